// The search of the library, down to the clause. What is asked stands in the address (`?q=who signs`), and what is found in the list of the
// page: the documents that answer it, the best first, each with its clauses. directory.js narrows it down further.
//
// Everything that is said comes from the page, in its language. Without this script the form leads to the search of the site.

import "./directory.js";
import { marked } from "./search-marks.js";

const LONG = 320; // signs of a clause that are shown

const library = document.querySelector("[data-library]");
const part = (name) => library.querySelector(`[data-library-${name}]`);
const directory = document.querySelector("[data-directory]");
const box = library.querySelector("input[name=q]");
const items = new Map([...directory.querySelectorAll("[data-directory-list] > li")].map((item) => [new URL(item.querySelector("a").href).pathname, item]));
const language = document.documentElement.lang;
const site = new URL(library.dataset.base, location);
let opened;
let danger;
let asked = 0;
let answered = "";

library.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const address = new URL(location);
  const question = box.value.trim();
  if (question) address.searchParams.set("q", question);
  else address.searchParams.delete("q");
  address.searchParams.delete("sort"); // the best first
  if (address.href !== location.href) history.pushState(null, "", address);
  if (matchMedia("(pointer: coarse)").matches) box.blur(); // the keyboard of a phone would cover what is found
  show();
});
part("all").addEventListener("click", (event) => {
  event.preventDefault();
  box.value = "";
  library.querySelector("form").requestSubmit();
  box.focus();
});
box.addEventListener("focus", open, { once: true }); // who comes to the box will ask
addEventListener("popstate", show);
if (location.search || !box.value) show(); // what somebody typed before this script had come stays

/** Find what the address asks, unless something else is asked meanwhile. */
async function show() {
  const question = (new URLSearchParams(location.search).get("q") ?? "").trim().slice(0, box.maxLength);
  if (box.value.trim() !== question) box.value = question;
  if (question === answered) return;
  answered = question;
  const turn = ++asked;
  const say = (words) => (part("status").textContent = words);
  for (const name of ["help", "mended", "cut", "all"]) part(name).hidden = true;
  part("pages").hidden = Boolean(question);
  for (const link of document.querySelectorAll("[data-library-elsewhere]")) link.search = question && `?${new URLSearchParams({ q: question })}`;
  if (!question) {
    say("");
    found(null, []);
    return;
  }
  say(library.dataset.loading);
  const help = offerHelp(question, () => turn === asked);
  try {
    const search = await open();
    const answer = await search.ask(question);
    const documents = answer.documents.filter(({ url }) => items.has(url));
    const isAsked = (word) => search.isAskedFor(word, answer.words);
    const parts = await Promise.all(documents.map(async (each) => [items.get(each.url), await Promise.all(each.parts.map(({ data }) => data()))]));
    if (turn !== asked) return;
    found(new Map(documents.map(({ url }, place) => [items.get(url), place])), parts.map(([item, clauses]) => [item, clauses.map((clause) => clauseOf(clause, isAsked))]));
    const said = library.dataset[documents.length ? "for" : "none"].replace("{words}", () => question);
    say((await help) ? `${library.dataset.help}. ${documents.length ? library.dataset.danger : said}` : said);
    part("all").hidden = false;
    part("mended").hidden = !answer.mended;
    part("mended-words").textContent = answer.mended;
    part("cut").hidden = !answer.isCut;
  } catch (error) {
    if (turn !== asked) return;
    opened = undefined; // the next question tries again
    answered = "";
    found(null, []);
    say(library.dataset.failed);
    console.error(error);
  }
}

/** What answers questions: a reader who only looks through the list needs none of it. What could not be fetched is fetched again. */
function open() {
  if (!opened) {
    const search = { site, base: library.dataset.base, language, collection: "policies" };
    opened = import("./search-engine.js").then(({ openSearch }) => openSearch(search));
    opened.catch(() => (opened = undefined));
  }
  return opened;
}

/** Help for somebody in danger: before any index is there, and whatever is found. When the words cannot be read, for everybody. */
async function offerHelp(question, isCurrent) {
  danger ??= import("./search-engine.js").then(({ openDanger }) => openDanger(site));
  const words = await danger.catch(() => (danger = undefined));
  const needed = words ? (await words.kindsIn(question)).length > 0 : true;
  if (!isCurrent()) return needed;
  const page = words?.pageIn(language);
  if (page) part("help-link").href = page.url;
  part("help").hidden = !needed;
  return needed;
}

/** Tell the list what was found, and put the clauses below their documents. */
function found(places, clauses) {
  for (const list of directory.querySelectorAll(".clauses-found")) list.remove();
  for (const [item, elements] of clauses.filter(([, elements]) => elements.length)) {
    const list = part("clauses").content.cloneNode(true).firstElementChild;
    list.append(...elements);
    item.append(list);
  }
  directory.dispatchEvent(new CustomEvent("found", { detail: places }));
}

function clauseOf({ url, meta }, isAsked) {
  const item = part("clause").content.cloneNode(true).firstElementChild;
  item.querySelector("a").href = url;
  item.querySelector("[data-number]").textContent = meta.number;
  item.querySelector("[data-title]").append(...marked(meta.title, isAsked));
  item.querySelector("[data-words]").append(...marked(aboutOf(meta.summary, isAsked), isAsked));
  return item;
}

/** Where a clause has most of the words: sentences from there on, as many as have room. */
function aboutOf(text, isAsked) {
  const sentences = text.match(/[^.!?]+(?:[.!?]+|$)\s*/g) ?? [text];
  const counts = sentences.map((sentence) => new Set((sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter(isAsked)).size);
  const from = counts.indexOf(Math.max(...counts));
  let shown = "";
  for (const sentence of sentences.slice(from)) {
    if (shown && shown.length + sentence.length > LONG) break;
    shown += sentence;
  }
  const cut = shown.length > LONG ? `${shown.slice(0, LONG).replace(/\s+\S*$/, "")} …` : shown.trim();
  return from > 0 ? `… ${cut}` : cut;
}
