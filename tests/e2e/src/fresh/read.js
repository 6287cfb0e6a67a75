// Reads everything on the page that can be seen or heard, in the order of the document: a list of
// pairs of place and content. A place is named by the landmarks around it, so that it can be found.
//
// What belongs to no document is left out: where the camera stands (places in the picture are measured
// from the output's), what can be undone, what was announced.
// Places are rounded, so that a picture that is shifted as a whole may differ in the last digit: ≈ marks
// them as approximate.
const about = (...places) => `≈ ${places.map((place) => place.toFixed(2)).join(" ")}`;
const picture = document.querySelector("[role=tree]");
const edges = [...document.querySelectorAll("[data-edge]")];
const used = new Set(edges.map((edge) => edge.dataset.from));
const nodes = [...document.querySelectorAll("[data-node]")];
const place = (node) => {
  const matrix = node.transform?.baseVal.consolidate()?.matrix;
  return matrix ? [matrix.e, matrix.f] : [0, 0];
};
const output = nodes.find((node) => !used.has(node.dataset.node));
const [left, top] = output ? place(output) : [0, 0];

// Three points of a curve, measured from the output's place.
const course = (path) => {
  if (!path.getAttribute("d")) return "none";
  const length = path.getTotalLength();
  const points = [0, length / 2, length].map((at) => path.getPointAtLength(at));
  return about(...points.flatMap(({ x, y }) => [x - left, y - top]));
};

// A checksum of all pixels of a canvas.
const pixels = (canvas) => {
  if (!canvas.width || !canvas.height) return "none";
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let sum = 0;
  for (const part of data) sum = (Math.imul(sum, 31) + part) | 0;
  return `${canvas.width}×${canvas.height}, ${sum}`;
};

const LANDMARKS = ["data-node", "data-edge", "data-hit", "data-row", "data-pick", "data-partial", "data-var",
  "data-variables", "data-switch", "data-help"];
const name = (element) => {
  if (element.id) return `#${element.id}`;
  const landmark = LANDMARKS.find((attribute) => element.hasAttribute(attribute));
  const kind = element.tagName.toLowerCase() + (element.classList.length ? `.${element.classList[0]}` : "");
  return landmark ? `${kind}[${landmark.slice(5)}=${element.getAttribute(landmark)}]` : kind;
};
const isLandmark = (element) => element.id || LANDMARKS.some((attribute) => element.hasAttribute(attribute));

const SKIPPED = new Set(["class", "open"]);
const found = [];
const visit = (element, around) => {
  // What has no box, or draws nothing, is neither seen nor heard.
  if (element.id === "announcer" || getComputedStyle(element).display === "none") return;
  if (element.matches("path[d='']")) return;
  const here = around ? `${around} ${name(element)}` : name(element);
  const tell = (what, value) => found.push([`${here} ${what}`, value]);
  const classes = [...element.classList].filter((each) => !(element === picture && each === "gliding")).sort();
  if (classes.length) tell("class", classes.join(" "));
  const drawn = picture?.contains(element) && element !== picture;
  const own = drawn && !element.parentElement.closest("[data-node]");
  const history = ["undo", "redo"].includes(element.dataset?.help);
  for (const attribute of [...element.attributes].map((each) => each.name).sort()) {
    const value = element.getAttribute(attribute);
    if (SKIPPED.has(attribute) || (attribute === "style" && !value)) continue;
    if (attribute === "transform" && element === picture) continue;
    if (attribute === "aria-disabled" && history) continue;
    // To a screen reader it is the same as none.
    if (attribute === "aria-invalid" && value === "false") continue;
    if (own && attribute === "d") tell("d", course(element));
    else if (own && attribute === "transform") {
      const [x, y] = place(element);
      tell("place", about(x - left, y - top));
    }
    else if (own && (attribute === "x" || attribute === "y")) tell(attribute, about(value - (attribute === "x" ? left : top)));
    else tell(attribute, value);
  }
  if (element.matches("input, textarea, select")) tell("holds", element.value);
  if (element.matches("[type=checkbox]")) tell("checked", String(element.checked));
  if (element.matches("canvas")) tell("pixels", pixels(element));
  const inside = isLandmark(element) ? here : around;
  let text = "";
  const say = () => {
    if (text) tell("says", text);
    text = "";
  };
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) text += child.data;
    if (child.nodeType !== Node.ELEMENT_NODE) continue;
    say();
    visit(child, inside);
  }
  say();
};
found.push(["title", document.title], ["lang", document.documentElement.lang]);
visit(document.querySelector("#app"), "");
return found;
