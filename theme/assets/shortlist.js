// The visitor's own list, shown: the heading, the sentence under it and the contacts of each page, taken from the page itself so that they
// are never older than it. On paper each has a QR code that leads there.

import { moveOn, today } from "./ageing.js";
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

/** An entry whose page is still on its way: its address and the name that it was kept under are there already. */
function waiting(entry) {
  const item = document.importNode(part("entry").content.firstElementChild, true); // so that its address is one of this site
  const link = item.querySelector("a");
  link.href = entry.urls[language] ?? Object.values(entry.urls)[0];
  call(item, entry.title ?? link.pathname, entry.language);
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

/** Give an entry its name, and its button one that says which entry it is. */
function call(item, name, nameLanguage) {
  const link = item.querySelector("a");
  link.textContent = name;
  link.lang = nameLanguage || language;
  item.querySelector("button").setAttribute("aria-label", `${container.dataset.remove}: ${name}`);
}

/** Show what the page that an entry leads to says, or why it cannot be shown. */
async function fill(item) {
  const link = item.querySelector("a");
  const about = item.querySelector("[data-about]");
  try {
    const answer = await fetch(link.href);
    if (!answer.ok) {
      about.textContent = container.dataset.gone;
      return;
    }
    take(new DOMParser().parseFromString(await answer.text(), "text/html"), item);
  } catch {
    about.textContent = container.dataset.failed;
  }
  try {
    item.querySelector("[data-code]").append(await code(link.href));
  } catch {
    // The code is for paper. On the screen the entry is as good without it.
  }
}

/** Take what matters from a page. It may have been built long ago: what it says of its age moves on, as on the page itself. */
function take(page, item) {
  const heading = page.querySelector("h1");
  call(item, heading.textContent, heading.lang);
  item.querySelector("[data-about]").replaceChildren(...page.querySelectorAll(".lead, .contact, .no-phone"));
  moveOn(item, today());
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
