// Ends what a link does not hold: stepping, a choice, a descent that runs, a text that is bad.
const end = async (reset) => {
  const pause = () => new Promise((go) => setTimeout(go, 60));
  const escape = async () => {
    document.activeElement?.blur();
    for (let press = 0; press < 3; press += 1) {
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
      await pause();
    }
  };
  await escape();
  const box = document.querySelector("#expression");
  const bad = () => box.getAttribute("aria-invalid") === "true" || document.querySelector("#data-error")?.textContent;
  for (let edit = 0; bad() && edit < 20; edit += 1) {
    document.querySelector("button[data-help=undo]").click();
    await pause();
  }
  if (bad()) {
    box.value = "x^2 + 1";
    box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
    await pause();
  }
  if (reset) {
    const tab = document.querySelector("[role=tab][aria-selected=true]");
    document.querySelector("#tab-descent").click();
    await pause();
    document.querySelector("button[data-help=descend-reset]").click();
    await pause();
    tab?.click();
  }
  await escape();
};
