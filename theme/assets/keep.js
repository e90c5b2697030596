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

/** Take a page off the list. */
export function remove(name) {
  const others = read().filter((entry) => entry.name !== name);
  if (others.length) localStorage.setItem(KEY, JSON.stringify(others));
  else clear();
}

/** Forget everything. */
export function clear() {
  localStorage.removeItem(KEY);
}

function add(entry) {
  localStorage.setItem(KEY, JSON.stringify([...read(), entry]));
}

function has(name) {
  return read().some((entry) => entry.name === name);
}

/** Addresses are paths of this site; anything else was not put there by us. */
function isEntry(entry) {
  return (
    typeof entry?.name === "string" &&
    entry.urls &&
    Object.values(entry.urls).every((url) => typeof url === "string" && /^\/(?!\/)/.test(url))
  );
}

/** The button that puts a page on the list, or takes it off. It appears only where the browser can keep one. */
function offer(place) {
  if (!read()) return;
  const button = place.querySelector("button");
  const entry = { name: place.dataset.keep, urls: addresses() };
  const show = () => {
    button.textContent = has(entry.name) ? button.dataset.remove : button.dataset.add;
  };
  button.addEventListener("click", () => {
    if (has(entry.name)) remove(entry.name);
    else add(entry);
    show();
  });
  show();
  place.hidden = false;
}

/** The page in each language, as it says in its head. */
function addresses() {
  const links = [...document.querySelectorAll("link[rel=alternate][hreflang]")];
  return Object.fromEntries(links.map((link) => [link.hreflang, new URL(link.href).pathname]));
}

document.querySelectorAll("[data-keep]").forEach(offer);
