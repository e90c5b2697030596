// The search page: Pagefind's index, our own words and markup.
//
// Everything that is said comes from the page, in its language: templates are `<template>` and hidden elements, numbers of results
// are in data-found-1 … data-found-6 (Welsh has six plural forms, all decided by then) and data-found-many (said of 1000).
// Nothing from the index is ever treated as markup.

const PAGE_SIZE = 10;
const SAID_OF = "1000";

const container = document.querySelector("[data-search]");
const box = container.querySelector("input[name=q]");
const part = (name) => container.querySelector(`[data-search-${name}]`);
const list = part("results");
const status = part("status");
const more = part("more");

let index;
let asked = 0;
let waiting = [];

container.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const address = new URL(location);
  address.searchParams.set("q", box.value.trim());
  history.replaceState(null, "", address);
  search();
});
more.addEventListener("click", async () => {
  const first = list.children.length;
  await showMore(asked);
  list.children[first]?.querySelector("a").focus();
});

box.value = new URLSearchParams(location.search).get("q") ?? "";
if (box.value) search();

/** Search for what is in the box, unless another search is asked for meanwhile. */
async function search() {
  const words = box.value.trim();
  const question = ++asked;
  list.replaceChildren();
  more.hidden = true;
  show({});
  status.textContent = words ? container.dataset.loading : container.dataset.empty;
  if (!words) {
    box.focus();
    return;
  }
  try {
    const { results } = await (await open()).search(words);
    if (question !== asked) return;
    waiting = [...results];
    status.textContent = found(results.length);
    await showMore(question);
    show({ none: results.length === 0 });
  } catch (error) {
    if (question !== asked) return;
    status.textContent = container.dataset.failed;
    show({ failed: true });
    console.error(error);
  }
}

/** The search index, opened at the first question. */
async function open() {
  if (!index) {
    index = await import(container.dataset.bundle);
    await index.options({ baseUrl: container.dataset.base, excerptLength: 30 });
    await index.init();
  }
  return index;
}

/** Add the next page of results. */
async function showMore(question) {
  const next = await Promise.all(waiting.splice(0, PAGE_SIZE).map((result) => result.data()));
  if (question !== asked) return;
  list.append(...next.map(item));
  more.hidden = waiting.length === 0;
}

/** One result: its link first, then what it is about. */
function item({ url, meta, excerpt }) {
  const result = part("result").content.cloneNode(true);
  const link = result.querySelector("a");
  link.href = url;
  link.textContent = meta.title ?? url;
  const about = result.querySelector("[data-about]");
  if (meta.summary) about.textContent = meta.summary;
  else about.append(...marked(excerpt));
  const kind = result.querySelector("[data-kind]");
  if (meta.kind) kind.textContent = meta.kind;
  else kind.remove();
  return result;
}

/** Pagefind's excerpt is escaped text with <mark> in it: the same as text and <mark> elements, and nothing else. */
function* marked(excerpt) {
  for (const [, hit, words] of excerpt.matchAll(/(<mark>)?([^<]+)(?:<\/mark>)?/g)) {
    if (!hit) {
      yield unescaped(words);
      continue;
    }
    const mark = document.createElement("mark");
    mark.textContent = unescaped(words);
    yield mark;
  }
}

function unescaped(words) {
  const signs = { lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'", "#x2F": "/", nbsp: "\u00a0", amp: "&" };
  return words.replace(/&([a-z]+|#x?[0-9a-fA-F]+);/g, (whole, name) => signs[name] ?? whole);
}

function found(n) {
  return container.dataset[`found-${n}`] ?? container.dataset.foundMany.replace(SAID_OF, n);
}

/** Show the help that fits, and hide the rest. */
function show({ none = false, failed = false }) {
  part("none").hidden = !none;
  part("failed").hidden = !failed;
}
