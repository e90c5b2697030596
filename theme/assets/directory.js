// Lists that are narrowed down and put into order: the directory of services, the library of policies. Everything is on the page already:
// each item carries its values (`data-audience="adopters …"`) and its place in each order (`data-place-date="12"`), each box to tick names
// its facet and value. Within a facet either value will do, between facets all have to hold. The choice and the order are in the page's
// address (`?audience=adopters&sort=date`), so that they survive the language switch (site.js), the back button and a link sent to somebody
// else.
//
// A search of the list (library.js) says which items it found, with an event `found` whose detail is {item: place}, a Map, or null when nothing
// is asked. What was not found is as if it were not in the list, and the best comes first until another order is chosen.
//
// Importing this module outside a page does nothing; tests/scripts/directory.test.mjs calls what is exported.

import { counting } from "./count.js";

const RELEVANCE = "relevance"; // the order of what a search found

/**
 * What each item is found under: for every item an object of sets, by facet. `facets` is {facet: {value: [value, also …]}}, `own`
 * holds the values of each item by facet.
 */
export function prepare(facets, own) {
  const under = Object.entries(facets).map(([facet, values]) => {
    const found = new Map();
    for (const [value, accepted] of Object.entries(values)) {
      for (const each of accepted) found.set(each, [...(found.get(each) ?? []), value]);
    }
    return [facet, found];
  });
  return own.map((values) =>
    Object.fromEntries(under.map(([facet, found]) => [facet, new Set((values[facet] ?? []).flatMap((each) => found.get(each) ?? []))])),
  );
}

/**
 * Which items are chosen, and for every value how many there would be with it, given what is chosen in the other facets:
 * {shown: [true, false …], counts: {facet: {value: n}}}. `chosen` is {facet: [values]}; an empty list chooses everything. `isIn` says of the
 * place of an item whether it is in the list at all.
 */
export function narrow(items, chosen, isIn = () => true) {
  const asked = Object.entries(chosen).filter(([, values]) => values.length);
  const counts = {};
  const shown = items.map((item, place) => {
    if (!isIn(place)) return false;
    const failed = asked.filter(([facet, values]) => !values.some((value) => item[facet].has(value))).map(([facet]) => facet);
    if (failed.length > 1) return false;
    for (const facet of failed.length ? failed : Object.keys(item)) {
      const row = (counts[facet] ??= {});
      for (const value of item[facet]) row[value] = (row[value] ?? 0) + 1;
    }
    return failed.length === 0;
  });
  return { shown, counts };
}

/** Items in an order of the page: each has its place there. One that the page does not have leaves them as they are. */
export function ordered(items, order, placeOf) {
  const places = new Map(items.map((item) => [item, Number(placeOf(item, order) ?? NaN)]));
  return [...places.values()].some(Number.isNaN) ? items : [...items].sort((one, other) => places.get(one) - places.get(other));
}

function start(directory) {
  const part = (name) => directory.querySelector(`[data-directory-${name}]`);
  const boxes = [...directory.querySelectorAll("input[type=checkbox]")];
  const items = [...part("list").children];
  const found = counting(directory.dataset.found, document.documentElement.lang);
  const names = [...new Set(boxes.map((box) => box.name))];
  const facets = Object.fromEntries(names.map((name) => [name, {}]));
  for (const { name, value, dataset } of boxes) facets[name][value] = [value, ...(dataset.also?.split(" ") ?? [])];
  const prepared = prepare(facets, items.map(({ dataset }) => Object.fromEntries(names.map((name) => [name, dataset[name].split(" ")]))));
  const numbers = boxes.map((box) => box.closest("li").querySelector("[data-count]"));

  const orders = [...directory.querySelectorAll("[data-order]")];
  const usual = () => orders.find(isOffered)?.dataset.order;
  let hits = null; // the place of each item that a search found
  let order = usual();

  function isOffered({ dataset }) {
    return hits !== null || dataset.order !== RELEVANCE;
  }

  // Boxes to tick take the place of the links that lead to the same items on pages of their own. What is in a link stays: a name in
  // another language says which.
  for (const link of directory.querySelectorAll("[data-facet] label > a")) link.replaceWith(...link.childNodes);

  /** Show what the boxes say. */
  function show() {
    const chosen = Object.fromEntries(names.map((name) => [name, boxes.filter((box) => box.checked && box.name === name).map(({ value }) => value)]));
    const { shown, counts } = narrow(prepared, chosen, (place) => !hits || hits.has(items[place]));
    items.forEach((item, index) => {
      if (item.hidden === shown[index]) item.hidden = !shown[index];
    });
    boxes.forEach((box, index) => {
      const n = String(counts[box.name]?.[box.value] ?? 0);
      if (numbers[index].textContent !== n) numbers[index].textContent = n;
      box.closest("li").classList.toggle("is-empty", n === "0");
    });
    const n = shown.filter(Boolean).length;
    const said = found(n);
    if (part("count").textContent !== said) part("count").textContent = said;
    part("none").hidden = n > 0;
    if (part("orders")) part("orders").hidden = n === 0;
    showChosen(boxes.filter((box) => box.checked));
    showOrder();
  }

  /** Put the items in order, and say which it is. Its links lead to this page with the same choice: they can be copied and opened anew. */
  function showOrder() {
    const wanted = ordered(items, order, placeOf);
    if (wanted.some((item, index) => part("list").children[index] !== item)) part("list").append(...wanted);
    for (const link of orders) {
      link.closest("li").hidden = !isOffered(link);
      link.href = addressOf(link.dataset.order);
      if (link.dataset.order === order) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  function placeOf(item, name) {
    return name === RELEVANCE ? (hits?.get(item) ?? items.length) : item.getAttribute(`data-place-${name}`);
  }

  /** A button for each choice, to take it back. */
  function showChosen(ticked) {
    part("chosen").hidden = ticked.length === 0;
    part("chips").replaceChildren(
      ...ticked.map((box) => {
        const chip = part("chip").content.cloneNode(true);
        chip.querySelector("[data-name]").append(...box.labels[0].cloneNode(true).childNodes);
        chip.querySelector("button").dataset.box = box.id;
        return chip;
      }),
    );
  }

  /** Tick what the address says. Values and orders that the page does not have are passed over. */
  function read() {
    const asked = new URLSearchParams(location.search);
    order = orders.find((link) => link.dataset.order === asked.get("sort") && isOffered(link))?.dataset.order ?? usual();
    for (const box of boxes) box.checked = asked.getAll(box.name).includes(box.value);
    show();
  }

  /** The address of what is chosen, in an order. What else stands there stays. */
  function addressOf(name) {
    const address = new URL(location);
    for (const each of names) address.searchParams.delete(each);
    for (const box of boxes) if (box.checked) address.searchParams.append(box.name, box.value);
    if (orders.length) address.searchParams.delete("sort");
    if (name !== usual()) address.searchParams.set("sort", name);
    return address;
  }

  /** Put the choice into the address, as a step that the back button takes back. */
  function write() {
    const address = addressOf(order);
    if (address.href !== location.href) history.pushState(null, "", address);
    show();
  }

  /** Put the focus where the reader goes on. The number of items can have it, but is no stop of the tabulator. */
  function focus(element) {
    if (element === part("count")) element.tabIndex = -1;
    element.focus();
  }

  directory.addEventListener("change", ({ target }) => {
    if (boxes.includes(target)) write();
  });
  part("orders")?.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    order = link.dataset.order;
    write();
  });
  part("chips").addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    const place = [...part("chips").querySelectorAll("button")].indexOf(button);
    const box = document.getElementById(button.dataset.box);
    box.checked = false;
    write();
    const left = part("chips").querySelectorAll("button");
    focus(left[Math.min(place, left.length - 1)] ?? part("count"));
  });
  part("clear").addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    write();
    focus(part("count"));
  });
  addEventListener("popstate", read);
  directory.addEventListener("found", ({ detail }) => {
    hits = detail;
    read();
  });

  read();
  for (const facet of directory.querySelectorAll("[data-facet]")) {
    if (facet.querySelector(":checked")) facet.open = true;
  }
}

const directory = globalThis.document?.querySelector("[data-directory]");
if (directory) start(directory);
