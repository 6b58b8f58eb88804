// The library tab: several files are read here and travel one by one in messages; the next goes when the last was taken.
(() => {
  const LARGEST_FILE = 1400000;
  const queue = [];
  let awaited = null; // the token of the file that travels
  let since = 0;

  function send(text) {
    const carrier = document.querySelector("#fn-library-file textarea, #fn-library-file input");
    if (!carrier) return;
    carrier.value = text;
    carrier.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function next() {
    const file = queue.shift();
    if (!file) return;
    const name = file.name.replaceAll("|", " ");
    awaited = `t${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
    since = Date.now();
    const token = awaited;
    const complain = (why) => send(`${name} ${why}||${token}`);
    if (file.size > LARGEST_FILE) {
      return complain(fnSay("too-large-library", { size: (file.size / 1e6).toFixed(1) }));
    }
    const reader = new FileReader();
    reader.onload = () => send(`${name}|${String(reader.result).split(",").at(-1)}|${token}`);
    reader.onerror = () => complain(fnWords["unreadable-library"]);
    reader.readAsDataURL(file);
  }

  function add(files) {
    queue.push(...files);
    if (!awaited) next();
  }

  function settle() {
    if (!awaited) return;
    const took = document.querySelector(`.fn-took-${awaited}`);
    if (took || Date.now() - since > 120000) {
      awaited = null;
      next();
    }
  }

  document.addEventListener("click", (event) => {
    if (!event.target.closest || !event.target.closest("#fn-library-open")) return;
    const accept = ".txt,.md,.markdown,.html,.htm,.pdf,.docx";
    const input = Object.assign(document.createElement("input"), { type: "file", multiple: true, accept });
    input.addEventListener("change", () => add(input.files));
    input.click();
  });
  for (const kind of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(kind, (event) => {
      const place = event.target.closest && event.target.closest(".fn-library");
      if (!place || !event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      event.stopPropagation();
      place.classList.toggle("fn-over", kind === "dragover");
      if (kind === "drop") add(event.dataTransfer.files);
    }, true);
  }
  const watch = () => new MutationObserver(settle).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["class"] });
  document.body ? watch() : document.addEventListener("DOMContentLoaded", watch);
})();
