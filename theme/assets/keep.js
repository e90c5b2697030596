// The visitor's own list: pages that they want to keep, in this browser alone. Nothing is sent anywhere.
//
// An entry is {name, urls, title, language}: how links name the page (`service:letterbox`), its address in each language, and the heading
// that it had when it was put there, in its language, for when the page cannot be had. Entries of long ago have no heading.

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

/** Addresses are paths of this site, as browsers read them: `/\` is `//` to them. Anything else was not put there by us. */
function isEntry(entry) {
  return (
    typeof entry?.name === "string" &&
    ["string", "undefined"].includes(typeof entry.title) &&
    entry.urls &&
    Object.values(entry.urls).every((url) => typeof url === "string" && /^\/(?![/\\])[!-~]*$/.test(url))
  );
}

/** The button that puts a page on the list, or takes it off. It appears only where the browser can keep one. */
function offer(place) {
  if (!read()) return;
  const button = place.querySelector("button");
  const heading = document.querySelector("h1");
  const language = heading.lang || document.documentElement.lang;
  const entry = { name: place.dataset.keep, urls: addresses(), title: heading.textContent, language };
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

/** The page in each language, as it says in its head; on a site in one language it names no others. */
function addresses() {
  const links = [...document.querySelectorAll("link[rel=alternate][hreflang]")];
  const own = [document.documentElement.lang, location.pathname];
  return Object.fromEntries([own, ...links.map((link) => [link.hreflang, new URL(link.href).pathname])]);
}

document.querySelectorAll("[data-keep]").forEach(offer);
