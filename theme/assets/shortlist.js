// The visitor's own list, shown: the heading, the sentence under it and the contacts of each page, taken from the page itself so that they
// are never older than it. On paper each has a QR code that leads there.

import { clear, read, remove } from "./keep.js";

const container = document.querySelector("[data-shortlist]");
const part = (name) => container.querySelector(`[data-shortlist-${name}]`);
const language = document.documentElement.lang;
const list = part("entries");
const status = part("status");

part("print").addEventListener("click", () => print());
part("clear").addEventListener("click", () => {
  clear();
  list.replaceChildren();
  show();
  status.textContent = container.dataset.cleared;
  part("empty").querySelector("a").focus(); // the button that had the focus is gone
});
for (const entry of read() ?? []) list.append(waiting(entry));
show();
await Promise.all([...list.children].map(fill));

function show() {
  const isEmpty = list.children.length === 0;
  part("empty").hidden = !isEmpty;
  part("tools").hidden = isEmpty;
}

/** An entry whose page is still on its way: its address is there already. */
function waiting(entry) {
  const item = part("entry").content.firstElementChild.cloneNode(true);
  item.querySelector("a").href = entry.urls[language] ?? Object.values(entry.urls)[0];
  item.querySelector("button").addEventListener("click", () => {
    remove(entry.name);
    const next = item.nextElementSibling ?? item.previousElementSibling;
    item.remove();
    show();
    status.textContent = container.dataset.removed;
    (next?.querySelector("a") ?? part("empty").querySelector("a")).focus();
  });
  return item;
}

/** Take what matters from the page that an entry leads to. */
async function fill(item) {
  const link = item.querySelector("a");
  const about = item.querySelector("[data-about]");
  try {
    const answer = await fetch(link.href);
    if (!answer.ok) {
      about.textContent = container.dataset.gone;
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const heading = page.querySelector("h1");
    link.textContent = heading.textContent;
    if (heading.lang) link.lang = heading.lang;
    item.querySelector("button").setAttribute("aria-label", `${container.dataset.remove}: ${heading.textContent}`);
    about.replaceChildren(...page.querySelectorAll(".lead, .contact, .no-phone"));
    item.querySelector("[data-code]").append(await code(link.href));
  } catch {
    about.textContent = container.dataset.failed;
  }
}

/** A QR code as a drawing: one path, a square for each dark module. */
async function code(address) {
  const { encode } = await import(container.dataset.codes);
  const { data, size } = encode(address, { ecc: "M", border: 2 });
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  drawing.setAttribute("viewBox", `0 0 ${size} ${size}`);
  drawing.setAttribute("aria-hidden", "true");
  drawing.classList.add("shortlist__code");
  path.setAttribute("d", squares.join(""));
  drawing.append(path);
  return drawing;
}
