// Pagefind's index of one language. Of a page this touches nothing but the language, and that for a moment.

import { keptIn } from "./search-kept.js";

const SIGNATURE = "pagefind_dcd"; // what Pagefind’s files begin with, once unpacked
const RANKING = { metaWeights: { title: 6, keys: 6 } }; // how much more a word weighs in a title than in the text

/**
 * The index is fetched from now on, file after file, and whoever asks waits for it: what else a question needs is fetched meanwhile, and
 * what is answered without the index has its answer.
 */
export function openIndex(site, base, language, ranking = RANKING) {
  const index = new Index(
    () => openPagefind(site, base, language, ranking),
    (id) => readPage(new URL(`pagefind/fragment/${id}.pf_fragment`, site), base)
  );
  index.open().catch(() => {}); // said where it is asked
  return index;
}

/** The bundle is imported for each language apart: one copy of Pagefind has one WebAssembly program, with one stemmer. */
async function openPagefind(site, base, language, ranking) {
  const folder = new URL("pagefind/", site);
  fetchAhead(folder, language).catch(() => {}); // Pagefind fetches the same, and says what is wrong
  const pagefind = await import(new URL(`pagefind.js?${language}`, folder).href);
  const index = inLanguage(language, () => pagefind.createInstance({ noWorker: true }));
  await index.options({ baseUrl: base, ranking, excerptLength: Infinity }); // nothing is cut out of a page: results show none of it
  await index.init();
  return index;
}

/** Pagefind asks for its script, then for the list of languages, and then for the program and the pages of one: these two come from now on. */
async function fetchAhead(folder, language) {
  if (!document.head) return; // in Node.js
  const { languages } = await (await fetch(new URL("pagefind-entry.json", folder))).json();
  const { hash, wasm } = languages[language];
  for (const file of [`pagefind.${hash}.pf_meta`, `wasm.${wasm ?? "unknown"}.pagefind`]) {
    const link = document.createElement("link");
    document.head.append(Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", fetchPriority: "low", href: new URL(file, folder) }));
  }
}

/** What a result says of a page, from Pagefind’s own file for it. */
async function readPage(address, base) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const unpacked = new Response(answer.body.pipeThrough(new DecompressionStream("gzip")));
  const { url, meta } = JSON.parse((await unpacked.text()).slice(SIGNATURE.length));
  return { url: base + url.slice(1), meta };
}

/** Pagefind takes the language from the page, at once: for the other language the page says so for that moment. */
function inLanguage(language, work) {
  const root = document.documentElement;
  const own = root.lang;
  root.lang = language;
  try {
    return work();
  } finally {
    root.lang = own;
  }
}

class Index {
  constructor(openPagefind, read) {
    this.openPagefind = openPagefind;
    this.read = read;
    this.opened = new Map();
    this.pages = new Map();
    this.exact = new Map();
    this.answers = new Map(); // by search: who types on, or chooses a kind of result, asks for most of them again
  }

  /** Pagefind, with this index. */
  open() {
    return keptIn(this.opened, "", this.openPagefind);
  }

  /** What any of some searches finds, each page once with its best score: `{id, score, data}`. */
  async search(queries) {
    const best = new Map();
    for (const answer of await Promise.all(queries.map((query) => this.#answer(query)))) {
      for (const { id, score } of answer) if (!(best.get(id) >= score)) best.set(id, score);
    }
    return [...best].map(([id, score]) => ({ id, score, data: this.pages.get(id) }));
  }

  /** Pages and their scores. Pagefind says much more of each, such as the place of every word: that is not kept. */
  #answer(query) {
    return keptIn(this.answers, query, async () => {
      const { results } = await (await this.open()).search(query);
      return results.map(({ id, score, data }) => {
        if (!this.pages.has(id)) this.pages.set(id, once(data));
        return { id, score };
      });
    });
  }

  /** What a result says of a page that was chosen for a question and not searched for. */
  dataOf(id) {
    if (!this.pages.has(id)) this.pages.set(id, once(() => this.read(id)));
    return this.pages.get(id)();
  }

  /** The ids of the pages that have a form of this word, and not only words that begin like it. */
  having(word) {
    return keptIn(this.exact, word, async () => new Set((await this.#answer(`"${word}"`)).map(({ id }) => id)));
  }
}

/** A page's file is fetched once, however often it is looked at. */
function once(read) {
  const kept = new Map();
  return () => keptIn(kept, "page", read);
}
