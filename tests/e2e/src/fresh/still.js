// Makes two pages comparable: nothing has the focus or is pointed at, every fold is open, the whole
// graph is in view, and the pointer has been on every edge once, so that its tooltip is written.
const still = async () => {
  const point = (element) =>
    element?.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse", buttons: 0 }));
  document.querySelectorAll(":popover-open").forEach((sheet) => sheet.hidePopover());
  document.activeElement?.blur();
  for (let round = 0; round < 4; round += 1) {
    const folds = [...document.querySelectorAll("#app details:not([open])")];
    if (round > 0 && !folds.length) break;
    folds.forEach((fold) => (fold.open = true));
    await quiet(200, 200);
  }
  document.querySelector("button[data-help=fit]")?.click();
  document.querySelectorAll("[data-hit]").forEach(point);
  point(document.querySelector("main"));
  await quiet(150, 150);
};
