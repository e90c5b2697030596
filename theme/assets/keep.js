// The visitor's own list: pages that they want to keep, in this browser alone. Nothing is sent anywhere.
//
// An entry is {name, urls}: how links name the page (`service:letterbox`), and its address in each language.

const KEY = "shortlist";

/** What is on the list, in the order in which it was put there; null where the browser lets us keep nothing. */
export function read() {
  try {
    const entries = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(entries) ? entries.filter(isEntry) : [];
  } catch (error) {
    return error instanceof SyntaxError ? [] : null;
  }
}

/** Put a page on the list, or take it off. Returns whether it is on it now. */
export function toggle(entry) {
  const entries = read();
  const others = entries.filter(({ name }) => name !== entry.name);
  const isNew = others.length === entries.length;
  write(isNew ? [...entries, entry] : others);
  return isNew;
}

/** Forget everything. */
export function clear() {
  localStorage.removeItem(KEY);
}

function write(entries) {
  if (entries.length) localStorage.setItem(KEY, JSON.stringify(entries));
  else clear();
}

/** Addresses are paths of this site; anything else was not put there by us. */
function isEntry(entry) {
  return (
    typeof entry?.name === "string" &&
    entry.urls &&
    Object.values(entry.urls).every((url) => typeof url === "string" && /^\/(?!\/)/.test(url))
  );
}

/** The button that puts a page on the list. It appears only where the browser can keep one. */
function offer(place) {
  const button = place.querySelector("button");
  const entry = { name: place.dataset.keep, urls: addresses() };
  const show = (isKept) => {
    button.textContent = isKept ? button.dataset.remove : button.dataset.add;
  };
  const entries = read();
  if (!entries) return;
  show(entries.some(({ name }) => name === entry.name));
  button.addEventListener("click", () => show(toggle(entry)));
  place.hidden = false;
}

/** The page in each language, as it says in its head. */
function addresses() {
  const links = [...document.querySelectorAll("link[rel=alternate][hreflang]")];
  return Object.fromEntries(links.map((link) => [link.hreflang, new URL(link.href).pathname]));
}

document.querySelectorAll("[data-keep]").forEach(offer);
