// What the page's script says stands in fnWords, in the page's language; %name% is where a value goes.
const fnSay = (message, given) => fnWords[message].replace(/%(\w+)%/g, (_, name) => given[name]);
// Footnotes: a mark opens its source in the panel beside the text, or in a sheet where the screen is narrow.
(() => {
  const wide = matchMedia("(min-width: 1000px)");
  const folded = new Set(); // details the reader opened: they stay open when the answer around them is written anew
  let pressed = null; // the mark pressed last, which gets the focus back
  let seen = ""; // the question last scrolled to

  const make = (tag, name, text) => Object.assign(document.createElement(tag), { className: name, textContent: text || "" });
  // The sanitiser keeps classes and addresses alone: "fn-t-7" names a turn, "fn-k-7" a fold, "#fn-7-3" a mark's turn and number.
  const tagged = (element, prefix) => [...element.classList].find((name) => name.startsWith(prefix));
  const number = (link) => link.getAttribute("href").split("-").at(-1);
  // An aside is a chart's words with sources of its own: it is no turn, so the panel doesn't turn to it by itself.
  const turns = (columns) => [...columns.querySelectorAll(".fn-main .fn-turn")].filter((turn) => turn.querySelector(".fn-store"));

  function fill(panel, turn) {
    const top = make("div", "fn-top");
    const close = make("button", "fn-close", fnWords.close);
    close.type = "button";
    close.addEventListener("click", shut);
    top.append(make("h2", "", turn ? fnWords.sources : fnWords["no-sources"]), close);
    const of = turn && (turn.querySelector(".fn-question, .fn-named, h2") || {}).textContent;
    const note = make("p", "fn-of", of || fnWords.press);
    const cards = turn ? [...turn.querySelector(".fn-store").children].map((card) => card.cloneNode(true)) : [];
    panel.replaceChildren(top, note, ...cards);
    panel.dataset.turn = turn ? tagged(turn, "fn-t-") : "none";
  }

  function open(link) {
    const columns = link.closest(".fn-columns");
    const panel = columns && columns.querySelector(".fn-panel");
    const turn = link.closest(".fn-turn, .fn-aside") || (columns && columns.querySelector(`.fn-t-${link.getAttribute("href").split("-").at(-2)}`));
    if (!panel || !turn) return;
    if (!turn.querySelector(".fn-store")) {
      fill(panel, null);
      panel.querySelector(".fn-of").textContent = fnWords["not-whole"];
    } else if (panel.dataset.turn !== tagged(turn, "fn-t-")) fill(panel, turn);
    document.querySelectorAll(".fn-mark a.fn-on").forEach((other) => other.classList.remove("fn-on"));
    pressed = link;
    if (!wide.matches) {
      columns.querySelector(".fn-side").classList.add("fn-opened");
      // The sheet rises over the lower two thirds: what was pressed stays in view above it.
      const hidden = link.getBoundingClientRect().bottom + 12 - innerHeight * 0.36;
      if (hidden > 0) scrollBy({ top: hidden });
    }
    light(panel, number(link));
    if (link.closest(".fn-mark")) link.classList.add("fn-on");
  }

  function light(panel, n) {
    let lit = null;
    for (const card of panel.querySelectorAll(".fn-source")) {
      const on = card.classList.contains(`fn-n-${n}`);
      card.classList.toggle("fn-lit", on);
      card.open = on;
      if (on) lit = card;
    }
    if (!lit) return panel.focus({ preventScroll: true });
    panel.scrollTop += lit.getBoundingClientRect().top - panel.querySelector(".fn-top").getBoundingClientRect().bottom;
    lit.querySelector("summary").focus({ preventScroll: true });
  }

  // Shows a document in the card that cites it, at the passage; pressed again, puts it away.
  async function inFull(link) {
    const place = link.parentElement;
    const shown = place.querySelector(".fn-document, .fn-fault");
    if (shown) return shown.remove();
    const answer = await fetch(link.getAttribute("href")).catch(() => null);
    if (place.querySelector(".fn-document, .fn-fault")) return;
    const said = answer ? await answer.text() : "";
    const article = answer && answer.ok && new DOMParser().parseFromString(said, "text/html").querySelector(".fn-document");
    place.append(article || make("p", "fn-fault", said || fnWords["not-whole"]));
    const cited = article && article.querySelector(".fn-cited");
    const box = article && article.querySelector(".fn-document-text");
    if (cited) box.scrollTop = cited.offsetTop - box.offsetTop - box.clientHeight / 3;
  }

  function shut() {
    const opened = document.querySelectorAll(".fn-side.fn-opened");
    if (!opened.length && !document.querySelector(".fn-mark a.fn-on")) return;
    opened.forEach((side) => side.classList.remove("fn-opened"));
    document.querySelectorAll(".fn-mark a.fn-on").forEach((link) => link.classList.remove("fn-on"));
    if (pressed && pressed.isConnected) pressed.focus({ preventScroll: true });
  }

  function settle() {
    // Gradio names the browser's language here; the document is in the page's.
    if (document.documentElement.lang !== fnWords.lang) document.documentElement.lang = fnWords.lang;
    for (const columns of document.querySelectorAll(".fn-columns")) {
      const panel = columns.querySelector(".fn-panel");
      if (!panel) continue;
      const last = turns(columns).at(-1);
      const name = last ? tagged(last, "fn-t-") : "none";
      if (panel.dataset.latest !== name || !panel.firstChild) {
        panel.dataset.latest = name;
        panel.tabIndex = -1;
        panel.setAttribute("aria-label", fnWords.sources);
        fill(panel, last);
      }
    }
    document.querySelectorAll("details[class*=fn-k-]").forEach((fold) => {
      if (folded.has(tagged(fold, "fn-k-"))) fold.open = true;
    });
    document.querySelectorAll(".fn-mark a:not([aria-label])").forEach((link) => link.setAttribute("aria-label", fnSay("footnote", { n: number(link) })));
    document.querySelectorAll(".fn-table th:not([scope])").forEach((head) => head.setAttribute("scope", head.closest("thead") ? "col" : "row"));
    if (document.querySelector("#fn-definitions .fn-defined")) narrow();
    const now = document.querySelector("#fn-now:not([aria-live])");
    if (now) now.setAttribute("aria-live", "polite");
    const going = document.querySelector("#fn-now .fn-turn.fn-busy");
    if (going && tagged(going, "fn-t-") !== seen) {
      seen = tagged(going, "fn-t-");
      going.scrollIntoView({ block: "start" });
    }
  }

  // Leaves the definitions that hold every word typed, and the headings over them.
  function narrow() {
    const box = document.querySelector("#fn-filter input, #fn-filter textarea");
    const words = box ? box.value.toLowerCase().split(/\s+/).filter(Boolean) : [];
    for (const section of document.querySelectorAll(".fn-defined")) {
      let left = 0;
      for (const entry of section.querySelectorAll(".fn-definition")) {
        const text = entry.textContent.toLowerCase();
        const away = !words.every((word) => text.includes(word));
        if (entry.classList.contains("fn-away") !== away) entry.classList.toggle("fn-away", away);
        left += !away;
      }
      if (section.classList.contains("fn-away") === !!left) section.classList.toggle("fn-away", !left);
    }
  }

  // A file is read here and travels as text in a message: the server has no door for uploads.
  const LARGEST_FILE = 1400000;
  function carry(file) {
    const carrier = document.querySelector("#fn-check-file textarea, #fn-check-file input");
    if (!file || !carrier) return;
    const send = (text) => {
      carrier.value = text;
      carrier.dispatchEvent(new Event("input", { bubbles: true }));
    };
    if (file.size > LARGEST_FILE) {
      return send(fnSay("too-large-check", { name: file.name, size: (file.size / 1e6).toFixed(1) }));
    }
    const reader = new FileReader();
    reader.onload = () => send(`${file.name.replaceAll("|", " ")}|${String(reader.result).split(",").at(-1)}|${Date.now()}`); // the time: the same file may be opened twice
    reader.onerror = () => send(fnSay("unreadable", { name: file.name }));
    reader.readAsDataURL(file);
  }

  function choose() {
    const input = Object.assign(document.createElement("input"), { type: "file", accept: ".txt,.md,.markdown,.html,.htm,.pdf,.docx" });
    input.addEventListener("change", () => carry(input.files[0]));
    input.click();
  }

  async function copy(button) {
    const kept = document.querySelector({ "fn-copy-html": ".fn-as-html", "fn-copy-thread": ".fn-thread-markdown" }[button.id] || ".fn-as-markdown");
    const name = button.textContent;
    let done = fnWords["nothing-to-copy"];
    if (kept) {
      try {
        await navigator.clipboard.writeText(kept.textContent);
        done = fnWords.copied;
      } catch {
        done = fnWords.refused;
      }
    }
    button.textContent = done;
    setTimeout(() => { button.textContent = name; }, 1500);
  }

  for (const kind of ["dragover", "drop"]) {
    document.addEventListener(kind, (event) => {
      if (!event.target.closest || !event.target.closest(".fn-checking") || !event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      event.stopPropagation();
      if (kind === "drop") carry(event.dataTransfer.files[0]);
    }, true);
  }

  // What can't be brought back is asked about first, before the page hears of the press; no answer keeps it.
  const LOST = {
    "fn-thread-delete": ["#fn-thread-pick", (name) => fnSay("delete", { name })],
    "fn-library-remove": ["#fn-library-mine", (name) => fnSay("remove", { name })],
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest(Object.keys(LOST).map((id) => `#${id}`).join());
    if (!button) return;
    const [place, question] = LOST[button.id];
    const named = document.querySelector(`${place} input`);
    if (named && named.value && !window.confirm(question(named.value))) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);

  document.addEventListener("input", (event) => {
    if (event.target.closest && event.target.closest("#fn-filter")) narrow();
  });
  document.addEventListener("click", (event) => {
    const pressedButton = event.target.closest && event.target.closest("#fn-check-open, .fn-copy");
    if (pressedButton) return pressedButton.id === "fn-check-open" ? choose() : copy(pressedButton);
    const other = event.target.closest && event.target.closest(".fn-language a");
    if (other) { // which the sanitiser would open beside this one
      event.preventDefault();
      return location.assign(other.getAttribute("href"));
    }
    const whole = event.target.closest && event.target.closest("a.fn-open-document, .fn-source a[href^='/document/']");
    if (whole) {
      event.preventDefault();
      return inFull(whole);
    }
    const link = event.target.closest && event.target.closest(".fn-mark a, .fn-open a");
    if (link) {
      event.preventDefault();
      open(link);
    } else if (!wide.matches && !event.target.closest(".fn-side")) shut();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") shut();
    if (event.key === " " && event.target.matches && event.target.matches(".fn-mark a, .fn-open a")) {
      event.preventDefault();
      open(event.target);
    }
  });
  document.addEventListener("toggle", (event) => {
    const key = event.target.classList && tagged(event.target, "fn-k-");
    if (key) event.target.open ? folded.add(key) : folded.delete(key);
  }, true);

  let waiting = false;
  const watch = () => new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; settle(); });
  }).observe(document.body, { childList: true, subtree: true });
  document.body ? watch() : document.addEventListener("DOMContentLoaded", watch);
})();

// Two inks: what a model's own words are is said where they are pointed at; "Proved only" holds for the whole page and is kept.
(() => {
  const only = "fn-proved-only";
  const set = (on) => {
    document.documentElement.classList.toggle(only, on);
    document.querySelectorAll(".fn-proved-switch").forEach((link) => link.setAttribute("aria-checked", String(on)));
  };
  set(localStorage.getItem(only) === "yes");
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest(".fn-proved-switch");
    if (!link) return;
    event.preventDefault();
    const on = !document.documentElement.classList.contains(only);
    localStorage.setItem(only, on ? "yes" : "no");
    set(on);
  });
  document.addEventListener("pointerover", (event) => {
    const own = event.target.closest && event.target.closest(".fn-own");
    if (own && !own.title) own.title = fnWords["inks-hover"];
  });
})();
