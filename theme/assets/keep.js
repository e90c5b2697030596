// The button that puts a page on the visitor's list. It appears only where the browser can keep one.

const place = document.querySelector("[data-keep]");
const { read, toggle } = await import(place.dataset.list);
const button = place.querySelector("button");
const entry = { name: place.dataset.keep, urls: addresses() };

const entries = read();
if (entries) {
  show(entries.some(({ name }) => name === entry.name));
  place.hidden = false;
  button.addEventListener("click", () => show(toggle(entry)));
}

function show(isKept) {
  button.textContent = isKept ? button.dataset.remove : button.dataset.add;
}

/** The page in each language, as it says in its head. */
function addresses() {
  const links = [...document.querySelectorAll("link[rel=alternate][hreflang]")];
  return Object.fromEntries(links.map((link) => [link.hreflang, new URL(link.href).pathname]));
}
