// Starts the page, and says so where it cannot start or stops. A file of its own, so that the
// Content-Security-Policy can forbid inline scripts.

// What the page draws from a text passes here (see Trusted Types): it is made by the page itself and never holds
// anything that would run.
const RUNS = /<\s*\/?\s*(script|iframe|object|embed|link|meta|base|form)\b|<[^>]*[\s"'/]on\w+\s*=|javascript:/i;
globalThis.trustedTypes?.createPolicy("default", {
  createHTML(text) {
    if (RUNS.test(text)) throw new TypeError("The page draws no text that would run");
    return text;
  },
});

// The program has stopped when an error comes out of it: its state is half changed, and nothing on the page would
// follow any more.
const isOurs = (error) => error instanceof WebAssembly.RuntimeError || String(error?.stack).includes("wasm");
addEventListener("error", (event) => isOurs(event.error) && stop());
addEventListener("unhandledrejection", (event) => isOurs(event.reason) && stop());

function stop() {
  const notice = document.getElementById("stopped");
  if (!notice?.hidden) return;
  const written = document.getElementById("expression")?.value ?? "";
  notice.querySelector("textarea").value = written;
  notice.addEventListener("click", ({ target }) => {
    if (target.value === "afresh") {
      sessionStorage.clear();
      history.replaceState(null, "", location.pathname + location.search);
    }
    if (target.value) location.reload();
  });
  notice.hidden = false;
  notice.querySelector("button").focus();
}

// The build writes the names of the two compiled files into the data attributes of this file's tag.
const tag = document.querySelector("script[data-js][data-wasm]");
const address = (name) => new URL(name, document.baseURI);

try {
  const { default: start } = await import(address(tag.dataset.js));
  await start({ module_or_path: address(tag.dataset.wasm) });
} catch (error) {
  const loading = document.getElementById("loading");
  if (loading) {
    loading.textContent = "Chainrule could not start: this browser lacks WebAssembly, or a file did not arrive. Reload to try again.";
    loading.setAttribute("role", "alert");
  }
  throw error;
}
