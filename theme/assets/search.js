// The search page: what is asked stands in the address, and what is found below the box.
//
// Everything that is said comes from the page, in its language: templates are `<template>` and hidden elements, and data-found has the
// forms of a number of results.

import { counting } from "./count.js";
import { forName, forPostcode, wordsFrom } from "./find-answer.js";
import { openDanger, openSearch } from "./search-engine.js";
import { keptIn } from "./search-kept.js";
import { Results } from "./search-results.js";
import { suggestWhileTyping } from "./search-suggestions.js";

const ELSEWHERE = 5; // results in another language

const container = document.querySelector("[data-search]");
const part = (name) => container.querySelector(`[data-search-${name}]`);
const box = container.querySelector("input[name=q]");
const status = part("status");
const found = counting(container.dataset.found, document.documentElement.lang);
const results = new Results(part);
const boxes = [...part("kinds").querySelectorAll("input[name=kind]")];

const language = document.documentElement.lang;
const site = new URL(container.dataset.base, location);
const indexes = new Map();
const danger = openDanger(site);
danger.catch(() => {}); // said where it is asked
let asked = 0;

container.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  goTo({ q: asWritten(box.value), kinds: [] });
});
part("kinds").addEventListener("change", () => {
  goTo({ ...here(), kinds: boxes.filter(({ checked }) => checked).map(({ value }) => value) });
});
part("as-typed").addEventListener("click", (event) => {
  event.preventDefault();
  goTo({ ...here(), asTyped: true });
});
part("offered-words").addEventListener("click", (event) => {
  event.preventDefault();
  goTo({ q: event.currentTarget.textContent, kinds: [] });
});
addEventListener("popstate", show);
box.addEventListener("input", () => offerHelp(box.value, { isWhole: false }));
suggestWhileTyping(box, part("suggestions"), async (typed) => (await open(language)).suggest(typed));
part("kinds").hidden = true;
if (asWritten(box.value) && !here().q) {
  // Somebody typed before this script had come: their words stay, and help comes for them as well.
  part("start").hidden = false;
  offerHelp(box.value, { isWhole: false });
} else {
  show();
}

/** What the address asks. */
function here() {
  const asks = new URLSearchParams(location.search);
  return { q: asWritten(asks.get("q") ?? ""), kinds: asks.getAll("kind"), asTyped: asks.has("as-typed") };
}

/** Ask something else: the way back leads to what was asked before. */
function goTo({ q, kinds, asTyped = false }) {
  const address = new URL(location.pathname, location);
  address.searchParams.set("q", q);
  kinds.forEach((kind) => address.searchParams.append("kind", kind));
  if (asTyped) address.searchParams.set("as-typed", "");
  if (address.href !== location.href) history.pushState(null, "", address);
  show({ type: "asked" });
}

/** A question as it stands in the box: no longer than the box is made for. */
function asWritten(question) {
  return question.trim().slice(0, box.maxLength);
}

/** Help comes first for somebody in danger: before any index is there, and whatever is found. When the words cannot be read, for everybody. */
async function offerHelp(question, { isWhole }) {
  const help = part("help");
  if (!help) return false;
  const isAsked = () => [asWritten(box.value), here().q].includes(question.trim());
  const needed = await danger.then(isWhole ? async (words) => (await words.kindsIn(question)).length > 0 : (words) => words.isIn(question), () => true);
  if (isAsked()) help.hidden = !needed;
  if (!help.hidden && part("exit")) import("./search-exit.js").then(({ offerExit }) => offerExit(part("exit")));
  return needed;
}

/** Find what the address asks, unless something else is asked meanwhile. */
async function show(event) {
  const { q, kinds, asTyped } = here();
  const question = ++asked;
  const isCurrent = () => question === asked;
  if (box.value.trim() !== q) box.value = q;
  hideAll();
  const help = offerHelp(q, { isWhole: true });
  if (!q) {
    results.clear();
    part("start").hidden = false;
    status.textContent = event?.type === "asked" ? container.dataset.empty : "";
    if (event?.type === "asked") box.focus();
    return;
  }
  status.textContent = container.dataset.loading;
  try {
    const search = await open(language);
    const answer = await search.ask(q, { asTyped });
    if (!isCurrent()) return;
    await showPlace(answer.place, q, isCurrent);
    if (!isCurrent()) return;
    const chosen = offerKinds(answer.results, kinds);
    const isAsked = (word) => search.isAskedFor(word, answer.words);
    await results.show(chosen, isAsked, isCurrent);
    if (!isCurrent()) return;
    const said = found(chosen.length);
    status.textContent = (await help) ? `${container.dataset.help}. ${said}` : said;
    explain(answer, q);
    if (!answer.results.length) {
      offerDoors(search.doors);
      await showElsewhere(q, isCurrent);
    }
  } catch (error) {
    if (!isCurrent()) return;
    results.clear();
    status.textContent = container.dataset.failed;
    part("failed").hidden = false;
    console.error(error);
  }
}

/** The index of a language, opened at the first question. */
function open(code) {
  return keptIn(indexes, code, () => openSearch({ site, base: container.dataset.base, language: code }));
}

/** Offer a box for each kind of result that there is, and give back the results of those that are chosen. */
function offerKinds(all, kinds) {
  const counts = results.counts(all);
  for (const each of boxes) {
    const count = counts.get(each.value) ?? 0;
    each.checked = kinds.includes(each.value);
    each.closest("[data-group]").hidden = !count;
    each.closest("[data-group]").querySelector("[data-count]").textContent = count;
  }
  part("kinds").hidden = counts.size < 2;
  if (kinds.length) part("kinds").open = true;
  const chosen = kinds.filter((kind) => counts.has(kind));
  return chosen.length ? all.filter(({ kind }) => chosen.includes(results.groupOf(kind))) : all;
}

/** Say how the question was understood, and what to do when nothing was found. */
function explain({ results: all, mended, offered, isPartial, isCut, isFormerNumber }, q) {
  part("former-number").hidden = !isFormerNumber;
  part("mended").hidden = !mended;
  part("mended-words").textContent = mended;
  part("as-typed").textContent = container.dataset.instead.replace("{words}", () => q);
  part("offered").hidden = !offered;
  part("offered-words").textContent = offered;
  part("offered-words").search = new URLSearchParams({ q: offered });
  part("partial").hidden = !isPartial;
  part("cut").hidden = !isCut;
  part("none").hidden = all.length > 0;
  if (part("policies")) {
    part("policies").hidden = all.length > 0 && !all.some(({ kind }) => kind === "policy");
    part("policies-link").search = new URLSearchParams({ q });
  }
  for (const link of container.querySelectorAll("[data-search-mail]")) link.search = `?body=${encodeURIComponent(q)}`;
}

/** The finder's answer to a postcode or a place, above the results. Without its words the results have to do. */
async function showPlace(place, q, isCurrent) {
  if (!place) return;
  const words = await wordsFrom(part("place").dataset.answers).catch(() => undefined);
  if (!words || !isCurrent()) return;
  const { nodes } = place.postcode ? forPostcode(words, place.postcode) : forName(words, place.name, q);
  part("place-answer").replaceChildren(...nodes);
  part("place").hidden = false;
}

/** When nothing is found: the doors that most people need. */
function offerDoors(doors) {
  part("doors").replaceChildren(
    ...doors.map(({ url, title }) => {
      const item = document.createElement("li");
      const link = item.appendChild(document.createElement("a"));
      link.href = url;
      link.textContent = title;
      return item;
    })
  );
}

/** What pages in the other languages have, each under its own heading, marked with its language. */
async function showElsewhere(q, isCurrent) {
  for (const section of container.querySelectorAll("[data-search-elsewhere]")) {
    const other = section.dataset.searchElsewhere;
    const search = await open(other).catch(() => null);
    const answer = await search?.ask(q);
    if (!answer?.results.length || answer.isPartial || !isCurrent()) continue;
    const items = await results.items(answer.results.slice(0, ELSEWHERE), (word) => search.isAskedFor(word, answer.words));
    if (!isCurrent()) return;
    items.forEach((item) => (item.querySelector("a").hreflang = other));
    section.querySelector("ol").replaceChildren(...items);
    section.hidden = false;
  }
}

/** Nothing of the last answer is left. */
function hideAll() {
  for (const name of ["start", "none", "failed", "mended", "offered", "former-number", "partial", "cut", "place"]) part(name).hidden = true;
  if (part("policies")) part("policies").hidden = true;
  container.querySelectorAll("[data-search-elsewhere]").forEach((section) => (section.hidden = true));
}
