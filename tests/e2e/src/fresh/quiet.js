// Waits until the page has not changed for so many milliseconds, and at least so many in all.
const quiet = async (still, least) => {
  let last = performance.now();
  const begin = last;
  const watch = new MutationObserver(() => (last = performance.now()));
  watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const done = () => performance.now() - last >= still && performance.now() - begin >= least;
  while (!done() && performance.now() - begin < 15000) await new Promise((go) => setTimeout(go, 20));
  watch.disconnect();
};
