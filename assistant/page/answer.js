// An answer taken away: copied with its footnotes, as Markdown and as rich text in one press, saved as a file, linked to;
// and its tables copied and sorted. Everything is read from the page, so what is taken is what is seen.
(() => {
  const proved = () => document.documentElement.classList.contains("fn-proved-only");
  const squeeze = (text) => text.replace(/\s+/g, " ").trim();

  // The prose in view: of an answer in two inks one of the two is hidden.
  function blocks(turn) {
    return [...turn.querySelectorAll(".fn-prose p, .fn-prose li, .fn-prose table")].filter((block) => {
      const prose = block.closest(".fn-prose");
      if (prose.classList.contains("fn-proved")) return proved();
      return !(proved() && prose.classList.contains("fn-two-inks"));
    });
  }

  function inMarkdown(node) {
    let told = "";
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) told += child.textContent.replace(/([\\`*_[\]<>#|])/g, "\\$1");
      else if (child.matches(".fn-mark")) told += `[^${child.textContent.trim()}]`;
      else if (child.matches(".fn-own")) told += `*${inMarkdown(child).trim()}* `;
      else told += inMarkdown(child);
    }
    return told;
  }

  const cells = (row) => [...row.cells].map((cell) => squeeze(cell.textContent));
  function tableInMarkdown(table) {
    const [head, ...rows] = [...table.rows].map(cells);
    const line = (row) => `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
  }

  const sources = (turn) => [...turn.querySelectorAll(".fn-store .fn-source")].map((card) => ({
    n: card.querySelector(".fn-n").textContent,
    told: [".fn-what", ".fn-value"].map((part) => squeeze(card.querySelector(part).textContent)).join(": "),
    facts: [...card.querySelectorAll(".fn-carried")].map((dd) => squeeze(dd.textContent)).filter(Boolean).join("; "),
  }));
  const heading = (turn) => squeeze(turn.querySelector(".fn-question, h2").textContent);
  const closing = (turn) => squeeze((turn.querySelector(".fn-disclaimer") || {}).textContent || "");

  function markdown(turn) {
    const said = blocks(turn).map((block) => {
      if (block.matches("table")) return tableInMarkdown(block);
      return (block.matches("li") ? "- " : "") + squeeze(inMarkdown(block));
    });
    const notes = sources(turn).map(({ n, told, facts }) => `[^${n}]: ${told}${facts ? `. ${facts}` : ""}`);
    return [`**${heading(turn)}**`, ...said, `*${closing(turn)}*`, notes.join("\n")].filter(Boolean).join("\n\n") + "\n";
  }

  const escaped = (text) => Object.assign(document.createElement("i"), { textContent: text }).innerHTML;
  function rich(turn) {
    const said = blocks(turn).map((block) => {
      const copy = block.cloneNode(true);
      copy.querySelectorAll(".fn-mark").forEach((mark) => mark.replaceWith(Object.assign(document.createElement("sup"), { textContent: mark.textContent.trim() })));
      copy.querySelectorAll("a, span, .fn-table-copy").forEach((part) => part.replaceWith(...(part.matches(".fn-table-copy") ? [] : part.childNodes)));
      copy.querySelectorAll("*").forEach((part) => part.removeAttribute("class"));
      copy.removeAttribute("class");
      return copy.outerHTML;
    });
    const notes = sources(turn).map(({ n, told, facts }) => `<p><sup>${n}</sup> ${escaped(told)}${facts ? `. ${escaped(facts)}` : ""}</p>`);
    return `<h3>${escaped(heading(turn))}</h3>${said.join("")}<p><i>${escaped(closing(turn))}</i></p>${notes.join("")}`;
  }

  // Off a secure origin a browser gives no clipboard object: the old command copies the plain text there.
  async function toClipboard(plain, html) {
    if (navigator.clipboard && window.ClipboardItem && html) {
      const as = (type, text) => new Blob([text], { type });
      return navigator.clipboard.write([new ClipboardItem({ "text/plain": as("text/plain", plain), "text/html": as("text/html", html) })]);
    }
    if (navigator.clipboard) return navigator.clipboard.writeText(plain);
    const box = Object.assign(document.createElement("textarea"), { value: plain });
    document.body.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    if (!done) throw new Error("refused");
  }

  async function copied(link, plain, html) {
    const name = link.textContent;
    try {
      await toClipboard(plain, html);
      link.textContent = fnWords.copied;
    } catch {
      link.textContent = fnWords.refused;
    }
    setTimeout(() => { link.textContent = name; }, 1500);
  }

  function save(turn) {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(new Blob([markdown(turn)], { type: "text/markdown" })), download: "footnote-answer.md" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  // Figures sort by their value, dates by their day, all else by its letters; a second press turns the order.
  const value = (text) => {
    const figure = text.replace(/[−–]/g, "-").replace(/[$,%\s]|points?|bp|点|个百分点/g, "");
    return figure !== "" && !Number.isNaN(Number(figure)) ? Number(figure) : null;
  };
  function sort(head) {
    const table = head.closest("table"), body = table.tBodies[0], at = head.cellIndex;
    const down = head.getAttribute("aria-sort") !== "descending";
    const order = (a, b) => {
      const [x, y] = [a, b].map((row) => squeeze((row.cells[at] || {}).textContent || ""));
      const [m, n] = [value(x), value(y)];
      return m !== null && n !== null ? m - n : x.localeCompare(y);
    };
    const rows = [...body.rows].sort(order);
    body.replaceChildren(...(down ? rows.reverse() : rows));
    table.querySelectorAll("th[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
  }

  const link = (turn) => new URL(turn.querySelector(".fn-link-answer").getAttribute("href"), location.href).href;
  const DOING = {
    "fn-copy-answer": (pressed, turn) => copied(pressed, markdown(turn), rich(turn)),
    "fn-save-answer": (pressed, turn) => save(turn),
    "fn-link-answer": (pressed, turn) => copied(pressed, link(turn)),
    "fn-table-copy": (pressed) => copied(pressed, [...pressed.closest("table").rows].map((row) => cells(row).join("\t")).join("\n")),
    "fn-sort": (pressed) => sort(pressed.closest("th")),
  };
  function act(event) {
    const pressed = event.target.closest && event.target.closest(Object.keys(DOING).map((name) => `.${name}`).join());
    if (!pressed) return;
    event.preventDefault();
    DOING[Object.keys(DOING).find((name) => pressed.classList.contains(name))](pressed, pressed.closest(".fn-turn"));
  }
  document.addEventListener("click", act);
  document.addEventListener("keydown", (event) => { if (event.key === " ") act(event); });
})();
