// “Where are my records?”: the list is narrowed down to a place or a name, a year and a kind. Everything is on the page already.
//
// What is typed stays in the page: it goes into no address, no request and no storage. The names of towns and villages come as a file that is
// the same for everyone, and only when the box is used. Without this script the whole list stands there.
//
// Importing this module outside a page does nothing; tests/scripts/record-holdings.test.mjs calls what is exported.

import { byName, namesOf, plain } from "./find-name.js";

const FEW = 3; // as many as are opened by themselves

/**
 * Does what is listed fit what is asked? `item` is {names, codes, isAnywhere, from, until, kind} with folded names, `asked` is
 * {words, codes, year, kind}: folded words, each of which has to begin a word of the names, and the areas in which a place of that name lies.
 */
export function fits(item, { words, codes, year, kind }) {
  if (kind && item.kind !== kind) return false;
  if (year && ((item.from && year < item.from) || (item.until && year > item.until))) return false;
  if (!words.length) return true;
  if (codes.length && (item.isAnywhere || codes.some((code) => item.codes.includes(code)))) return true;
  return words.every((word) => ` ${item.names}`.includes(` ${word}`));
}

/** A year, when it is one. */
export function yearOf(text) {
  const year = Number(text.trim());
  return Number.isInteger(year) && year > 999 ? year : undefined;
}

/** Which of those found are opened by themselves: a few, those of the place first. */
export function openedOf(found) {
  const local = found.filter((item) => !item.isAnywhere);
  const opened = local.length ? local : found;
  return opened.length > FEW ? [] : opened;
}

/** Put those first who hold what comes from the areas of the place that was asked for. */
function mark(row, codes) {
  const isMeant = (holder) => codes.includes(holder.dataset.code);
  for (const holder of row.querySelectorAll("[data-code]")) holder.classList.toggle("is-meant", isMeant(holder));
  const list = row.querySelector("[data-holders]");
  const groups = list ? [...list.children] : [];
  const first = groups.find((group) => group.querySelector(".is-meant"));
  if (first) list.prepend(first);
}

function start(whole) {
  const form = whole.querySelector("[data-holdings-search]");
  const [name, year, kind] = ["name", "year", "kind"].map((field) => form.querySelector(`#holdings-${field}`));
  const status = form.querySelector("[data-holdings-status]");
  const clear = form.querySelector("[type=reset]");
  const suggestion = form.querySelector("[data-holdings-suggestion]");
  const nothing = Promise.resolve({ places: [], all: [] });
  const rows = [...whole.querySelectorAll("[data-holding]")];
  const items = rows.map((row) => ({
    names: plain(row.dataset.names),
    codes: row.dataset.codes.split(" ").filter(Boolean),
    isAnywhere: "anywhere" in row.dataset,
    from: yearOf(row.dataset.from ?? ""),
    until: yearOf(row.dataset.until ?? ""),
    kind: row.dataset.kind,
    row,
  }));
  let known;
  let turn = 0;

  /** The names of places and of what is listed. Where those of places cannot be had, the list answers by its own. */
  async function namesKnown() {
    const own = rows.map((row) => row.querySelector("[data-holding-name]").textContent).map((title) => [[title, title.replace(/['’]s$/, "")], []]);
    const read = (address) => fetch(address).then((response) => response.json());
    const found = whole.dataset.places ? await read(whole.dataset.places) : [];
    return { places: namesOf(found), all: namesOf([...found, ...own]) };
  }

  async function show() {
    const now = ++turn;
    const words = plain(name.value).split(" ").filter(Boolean);
    if (words.length) known ??= namesKnown();
    const { places, all } = await (known ?? nothing).catch((error) => {
      known = undefined; // the next letter tries again
      console.error(error);
      return nothing;
    });
    if (now !== turn) return;
    const asked = { words, codes: byName(places, name.value).exact, year: yearOf(year.value), kind: kind.value };
    const isAsked = Boolean(words.length || asked.year || asked.kind);
    const found = items.filter((item) => fits(item, asked));
    const opened = isAsked ? openedOf(found) : [];
    for (const item of items) {
      item.row.hidden = !found.includes(item);
      item.row.querySelector("details").open = opened.includes(item);
      mark(item.row, asked.codes);
    }
    for (const section of whole.querySelectorAll("[data-holdings-kind]")) {
      section.hidden = !section.querySelector("[data-holding]:not([hidden])");
    }
    status.textContent = found.length ? whole.dataset.found.replace("{n}", found.length) : whole.dataset.none;
    clear.parentElement.hidden = !isAsked;
    const meant = found.length || !words.length ? "" : byName(all, name.value).shown;
    suggestion.parentElement.hidden = !meant;
    suggestion.textContent = meant;
  }

  /** A link to one of the list finds it open. */
  function openLinked() {
    const linked = document.getElementById(location.hash.slice(1));
    if (!linked || !rows.includes(linked)) return;
    linked.querySelector("details").open = true;
    linked.scrollIntoView();
  }

  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (matchMedia("(pointer: coarse)").matches) document.activeElement.blur(); // the keyboard of a phone would cover what is found
    show();
  });
  form.addEventListener("reset", () => {
    setTimeout(() => show().then(() => name.focus()));
  });
  suggestion.addEventListener("click", () => {
    name.value = suggestion.textContent;
    show();
    name.focus();
  });
  addEventListener("hashchange", openLinked);
  form.hidden = false;
  openLinked();
}

const whole = globalThis.document?.querySelector("[data-holdings]");
if (whole) start(whole);
