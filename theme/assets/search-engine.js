// Asks the index of one language. The search page uses it in a browser, and `drws search-test` in Node.js: it touches no page.

import { Keys } from "./search-keys.js";
import { areForms } from "./search-forms.js";
import { bestBets, waysToAsk } from "./search-phrases.js";
import { Spelling } from "./search-spelling.js";
import { fold, wordsOf } from "./search-words.js";

const MOST_WAYS = 6; // searches for one question: a word may be a form of two
const TITLE = 6; // how much more a word weighs in a title than in the text

/**
 * Open the index of a language. `site` is the address of the site's root, `base` what stands before the addresses of its pages.
 * The bundle is imported for each language apart: one copy of Pagefind has one WebAssembly program, with one stemmer.
 */
export async function openSearch({ site, base, language }) {
  const read = async (file) => {
    const answer = await fetch(new URL(`search/${file}`, site));
    if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
    return answer.json();
  };
  const [table, index] = await Promise.all([read(`${language}.json`), openIndex(site, base, language)]);
  return new Search(table, index, read);
}

async function openIndex(site, base, language) {
  const pagefind = await import(new URL(`pagefind/pagefind.js?${language}`, site).href);
  const index = inLanguage(language, () => pagefind.createInstance());
  await index.options({ baseUrl: base, ranking: { metaWeights: { title: TITLE, keys: TITLE } } });
  await index.init();
  return index;
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

class Search {
  constructor(table, index, read) {
    this.table = table;
    this.index = index;
    this.keys = table.keys && new Keys(table.keys, read);
    this.spelling = new Spelling(() => read(table.words));
    this.passedOver = new Set(table.passed_over.map(fold));
  }

  /**
   * What is found for a question: `results` in order, each with its `kind` and a way to get its `data`; `best` pages that people chose for
   * it; `mended`, the question as it was understood when it was misspelt; `isPartial` when no page has all its words.
   */
  async ask(question) {
    const typed = wordsOf(question);
    const telling = typed.filter((word) => !this.passedOver.has(word));
    const words = telling.length ? telling : typed;
    if (!words.length) return { results: [], best: [], mended: "", isPartial: false, words };
    const phrases = waysToAsk(typed, this.table.synonyms);
    const isKnownPhrase = phrases.length > 1;
    const spelt = isKnownPhrase ? words : await this.#mend(words);
    const mended = spelt.join(" ") === words.join(" ") ? "" : typed.map((word) => spelt[words.indexOf(word)] ?? word).join(" ");
    const ways = isKnownPhrase ? phrases.map((way) => this.#telling(way)) : [spelt];
    const [kinds, found] = await Promise.all([this.#kinds(), this.#find(ways)]);
    const best = await this.#best(typed, spelt);
    const results = found.pages.map((page) => ({ ...page, kind: kinds.get(page.id) ?? "" }));
    return { results, best, mended, isPartial: found.isPartial, words: [...new Set(ways.flat())] };
  }

  /** Is a word of a page a form of a word of the question? It answers from what has been read. */
  isAskedFor(word, words) {
    const plain = fold(word);
    if (!this.keys) return words.some((each) => areForms(each, plain));
    const own = new Set(this.keys.near(plain));
    return words.some((each) => each === plain || this.keys.near(each).some((key) => own.has(key)));
  }

  /** Pages and words that begin as the question ends, for someone who is still typing. */
  async suggest(question) {
    return this.spelling.suggest(question);
  }

  #telling(words) {
    const telling = words.filter((word) => !this.passedOver.has(word));
    return telling.length ? telling : words;
  }

  async #mend(words) {
    return Promise.all(words.map(async (word) => ((await this.#isKnown(word)) ? word : await this.spelling.mend(word))));
  }

  async #isKnown(word) {
    if (this.keys) return (await this.keys.of(word)).length > 0 || this.keys.beginnings(word).length > 0;
    return this.spelling.isKnown(word);
  }

  async #best(typed, spelt) {
    const same = this.keys
      ? (one, other) => one === other || this.keys.near(one).some((key) => this.keys.near(other).includes(key))
      : areForms;
    const chosen = [typed, spelt].flatMap((words) => bestBets(words, this.table.best_bets, same));
    const told = [typed, spelt].map((words) => this.#telling(words));
    const also = told.flatMap((words) => bestBets(words, this.table.best_bets.map(([queries, pages]) => [this.#short(queries), pages]), same));
    return [...new Map([...chosen, ...also].map((page) => [page.url, page])).values()];
  }

  #short(queries) {
    return queries.map((query) => this.#telling(wordsOf(query)).join(" "));
  }

  /** Pages for each way to ask, best first; when there is none, those that have most of the words. */
  async #find(ways) {
    const asked = await Promise.all(ways.map((words) => this.#terms(words)));
    const whole = await this.#search(asked.flatMap((terms) => combined(terms)));
    if (whole.length || asked.every((terms) => terms.length < 2)) return { pages: whole, isPartial: false };
    const found = new Map();
    for (const alternatives of asked[0]) {
      for (const page of await this.#search(alternatives)) {
        const so_far = found.get(page.id) ?? { ...page, score: 0, terms: 0 };
        found.set(page.id, { ...so_far, score: so_far.score + page.score, terms: so_far.terms + 1 });
      }
    }
    const most = Math.max(...[...found.values()].map(({ terms }) => terms));
    const pages = [...found.values()].filter(({ terms }) => terms === most).sort((one, other) => other.score - one.score);
    return { pages, isPartial: true };
  }

  /** For each word what the index may have for it: its keys, or the word itself. */
  async #terms(words) {
    if (!this.keys) return words.map((word) => [word]);
    const terms = await Promise.all(
      words.map(async (word) => {
        const keys = await this.keys.of(word);
        return keys.length ? keys : this.keys.beginnings(word);
      })
    );
    return terms.filter((alternatives) => alternatives.length);
  }

  async #search(queries) {
    const answers = await Promise.all(queries.slice(0, MOST_WAYS).map((query) => this.index.search(query)));
    const best = new Map();
    answers.forEach(({ results }) => {
      for (const { id, score, data } of results) {
        if (!(best.get(id)?.score >= score)) best.set(id, { id, score, data });
      }
    });
    return [...best.values()].sort((one, other) => other.score - one.score);
  }

  /** The kind of each page. Pagefind knows them by its filter; asked once. */
  #kinds() {
    this.allKinds ??= (async () => {
      const { kind = {} } = await this.index.filters();
      const pages = new Map();
      for (const name of Object.keys(kind)) {
        const { results } = await this.index.search(null, { filters: { kind: name } });
        results.forEach(({ id }) => pages.set(id, name));
      }
      return pages;
    })();
    return this.allKinds;
  }
}

/** Every question that takes one alternative of each word. */
function combined(terms) {
  if (!terms.length) return [];
  return terms.reduce((questions, alternatives) => questions.flatMap((start) => alternatives.map((each) => `${start} ${each}`.trim())), [""]);
}
