// Does an edit, which is a line of text: a verb and its arguments. A number chooses one of the elements
// that are there; numbers beyond the last element begin again at the first.
const edit = async (line) => {
  const space = line.indexOf(" ");
  const verb = space < 0 ? line : line.slice(0, space);
  const rest = space < 0 ? "" : line.slice(space + 1);
  const words = rest.split(" ");
  const pause = (time) => new Promise((go) => setTimeout(go, time));
  const frame = () => new Promise((go) => requestAnimationFrame(() => go()));
  const nth = (css, number) => {
    const all = [...document.querySelectorAll(css)];
    return all[number % all.length];
  };
  const box = document.querySelector("#expression");
  const put = (field, text, caret, inputType, data = null) => {
    field.focus();
    field.value = text;
    field.setSelectionRange(caret, caret);
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType, data }));
  };
  const paste = (text) => put(box, text, text.length, "insertFromPaste");
  const insert = async (at, text) => {
    for (const [index, letter] of [...text].entries()) {
      const before = box.value;
      put(box, before.slice(0, at + index) + letter + before.slice(at + index), at + index + 1, "insertText", letter);
      await pause(5);
    }
  };
  const slide = (slider, part) => {
    const [min, max] = [Number(slider.min), Number(slider.max)];
    slider.value = String(min + part * (max - min));
    slider.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  const pointer = (element, kind, more = {}) =>
    element?.dispatchEvent(new PointerEvent(kind, { bubbles: true, pointerId: 1, pointerType: "mouse", button: 0, ...more }));
  const press = (element) => {
    element?.focus?.();
    element?.click();
  };
  const click = (element) => {
    pointer(element, "pointerover", { buttons: 0 });
    pointer(element, "pointerdown", { buttons: 1 });
    pointer(element, "pointerup");
  };
  const key = (key, more = {}) =>
    (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }),
    );
  const fill = (field, text) => {
    if (!field) return;
    field.focus();
    field.value = text;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const slider = (number) => nth("input[type=range][data-var]", number);
  const verbs = {
    paste: () => paste(JSON.parse(rest)),
    front: () => insert(0, JSON.parse(rest)),
    back: () => insert(box.value.length, JSON.parse(rest)),
    cut: async () => {
      for (let left = Number(rest); left > 0; left -= 1) {
        put(box, box.value.slice(0, -1), box.value.length - 1, "deleteContentBackward");
        await pause(5);
      }
    },
    rename: () => {
      const name = slider(Number(words[0]))?.dataset.var;
      if (name) paste(box.value.replaceAll(new RegExp(`(?<![\\p{L}\\d_])${name}(?![\\p{L}\\d_])`, "gu"), words[1]));
    },
    gallery: () => nth("#gallery button", Number(rest)).click(),
    copy: () => paste(nth("#gallery button code", Number(rest)).textContent),
    slide: () => slider(Number(words[0])) && slide(slider(Number(words[0])), Number(words[1])),
    drag: async () => {
      const held = slider(Number(words[0]));
      if (!held) return;
      held.focus();
      pointer(held, "pointerdown", { buttons: 1 });
      const [from, to] = [Number(words[1]), Number(words[2])];
      for (let step = 0; step <= 6; step += 1) {
        slide(held, from + ((to - from) * step) / 6);
        await frame();
      }
      pointer(held, "pointerup");
    },
    box: () => fill(nth("input[data-var-input]", Number(words[0])), words[1]),
    min: () => fill(nth("input[data-var-min]", Number(words[0])), words[1]),
    max: () => fill(nth("input[data-var-max]", Number(words[0])), words[1]),
    press: () => press(document.querySelector(`button[data-help="${rest}"]`)),
    tab: () => press(document.querySelector(`#tab-${rest}`)),
    choose: () => {
      const list = document.querySelector(words[0]);
      if (!list) return;
      list.focus();
      list.selectedIndex = Number(words[1]) % list.options.length;
      list.dispatchEvent(new Event("change", { bubbles: true }));
    },
    node: () => click(nth("[data-node]", Number(rest))?.querySelector(".body, [role=treeitem]")),
    edge: () => click(nth("[data-hit]", Number(rest))),
    row: () => press(nth("[data-row] button", Number(rest))),
    hover: () => pointer(nth("[data-node]", Number(rest)), "pointerover", { buttons: 0 }),
    undo: () => key("z", { ctrlKey: true }),
    redo: () => key("y", { ctrlKey: true }),
    escape: () => key("Escape"),
    rate: () => fill(document.querySelector("[data-help=rate] input[type=text]"), rest),
    // Columns that are variables of the function, rows with small numbers.
    table: async () => {
      const names = [...document.querySelectorAll("input[type=range][data-var]")].map((one) => one.dataset.var);
      if (!names.length) return;
      press(document.querySelector("#tab-data"));
      await frame();
      const columns = names.slice(-Number(words[0]));
      const rows = Array.from({ length: Number(words[1]) }, (_, row) =>
        columns.map((_, column) => ((row * 7 + column * 5 + row * row * (column + 1)) % 11) / 2 - 2).join(","),
      );
      const text = [columns.join(","), ...rows].join("\n");
      put(document.querySelector("#data-text"), text, text.length, "insertFromPaste");
    },
    // Second derivatives follow a pause.
    second: async () => {
      press(document.querySelector("details[data-help=second] summary"));
      await pause(300);
    },
    pick: () => press(nth("[data-pick] button", Number(rest))),
    clear: async () => {
      press(document.querySelector("#tab-data"));
      await frame();
      put(document.querySelector("#data-text"), "", 0, "deleteContentBackward");
    },
    pause: () => pause(Number(rest)),
  };
  await verbs[verb]();
  await frame();
  await frame();
};
