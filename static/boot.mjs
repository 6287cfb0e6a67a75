// Starts the page. A file of its own, so that the Content-Security-Policy can forbid inline scripts.
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
