// Asks the index of one language. The search page uses it in a browser, and `drws search-test` in Node.js: of a page it touches nothing but
// the language, and that for a moment (`inLanguage`).

import { Keys } from "./search-keys.js";
import { Forms } from "./search-forms.js";
import { bestBets, waysToAsk } from "./search-phrases.js";
import { Spelling } from "./search-spelling.js";
import { wordsOf } from "./search-words.js";
import { distance, fold } from "./spelling.js";

const MOST_WAYS = 6; // searches for one question: a word may be a form of two
const LOOKED_AT = 12; // results whose titles are looked at again
const FEW = 3; // results: with fewer, pages that have only some of the words follow
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
    this.clitics = new Set(table.clitics);
    this.forms = new Forms(table.endings);
    this.spelling = new Spelling(() => read(table.words), this.forms);
    this.synonyms = table.synonyms.map(([said, meant]) => [said.map(this.#wordsOf), meant.map(this.#wordsOf)]);
    this.bestBets = table.best_bets.map(([queries, pages]) => [queries.map(this.#wordsOf), pages]);
    this.kinds = new Map(Object.entries(table.kinds).flatMap(([kind, ids]) => ids.split(" ").map((id) => [id, kind])));
    this.passedOver = new Set(table.passed_over.map(fold));
    this.misspelt = new Map(this.synonyms.flatMap(misspellings));
    this.said = new Set([...this.synonyms, ...this.bestBets].flatMap(([said]) => said.flat()));
  }

  /**
   * What is found for a question: `results` in order, those that people chose for it first, each with its `kind` and a way to get its
   * `data`; `mended`, the question as it was understood when it was misspelt; `isPartial` when no page has all its words; and the `words`
   * that a page may be marked by. With `asTyped` nothing is mended.
   */
  async ask(question, { asTyped = false } = {}) {
    const typed = this.#wordsOf(question);
    if (!typed.length) return { results: [], mended: "", isPartial: false, words: typed };
    const spelt = asTyped ? typed : await this.#mend(typed);
    const mended = spelt.join(" ") === typed.join(" ") ? "" : spelt.join(" ");
    const ways = waysToAsk(spelt, this.synonyms).map((way) => this.#telling(way));
    const found = await this.#find(ways);
    const best = this.#best(spelt).filter(({ isSure }) => isSure || !found.pages[0]?.isNamed);
    const results = chosenFirst(best, found.pages.map((page) => ({ ...page, kind: this.kinds.get(page.id) ?? "" })));
    return { results, mended, isPartial: found.isPartial && !best.length, words: [...new Set(ways.flat())] };
  }

  /** Is a word of a page a form of a word of the question? It answers from what has been read. */
  isAskedFor(word, words) {
    const plain = fold(word);
    return words.some((each) => this.#areForms(each, plain));
  }

  /** Pages and words that begin as the question ends, for someone who is still typing. */
  async suggest(question) {
    return this.spelling.suggest(question);
  }

  #wordsOf = (text) => wordsOf(text, this.clitics);

  #telling(words) {
    const telling = words.filter((word) => !this.passedOver.has(word));
    return telling.length ? telling : words;
  }

  async #mend(words) {
    return Promise.all(
      words.map(async (word) => {
        const listed = this.misspelt.get(word);
        return listed ?? ((await this.#isKnown(word)) ? word : this.spelling.mend(word));
      })
    );
  }

  async #isKnown(word) {
    if (this.passedOver.has(word) || this.said.has(word)) return true;
    if (this.keys) return (await this.keys.of(word)).length > 0 || this.keys.beginnings(word).length > 0;
    return this.spelling.isKnown(word);
  }

  #best(words) {
    const same = (one, other) => this.#areForms(one, other);
    const chosen = bestBets(words, this.bestBets, (these) => this.#telling(these), same);
    return [...new Map(chosen.map((page) => [page.id, page])).values()];
  }

  /** Are these two forms of one word? It answers from what has been read. */
  #areForms(one, other) {
    if (!this.keys) return this.forms.areSame(one, other);
    return one === other || this.keys.near(one).some((key) => this.keys.near(other).includes(key));
  }

  /** Pages for each way to ask, best first; when there is none, those that have most of the words. */
  async #find(ways) {
    const asked = await Promise.all(ways.map((words) => this.#terms(words)));
    const whole = await this.#byTitle(await this.#search(asked.flatMap((terms) => combined(terms))), ways[0]);
    if (whole.length >= FEW || asked.every((terms) => terms.length < 2)) return { pages: whole, isPartial: false };
    const known = new Set(whole.map(({ id }) => id));
    const others = (await this.#withMost(asked[0])).filter(({ id }) => !known.has(id));
    return { pages: [...whole, ...(await this.#byTitle(others, ways[0]))], isPartial: !whole.length };
  }

  /** Pages that have at least half of the words, those with the most words first. */
  async #withMost(terms) {
    const found = new Map();
    for (const alternatives of terms) {
      for (const page of await this.#search(alternatives)) {
        const before = found.get(page.id) ?? { ...page, score: 0, terms: 0 };
        found.set(page.id, { ...before, score: before.score + page.score, terms: before.terms + 1 });
      }
    }
    return [...found.values()]
      .filter(({ terms: has }) => 2 * has >= terms.length)
      .map((page) => ({ ...page, score: page.score * page.terms }))
      .sort((one, other) => other.score - one.score);
  }

  /** The first pages put in order again: the more of a title was asked for, the more the page is about it. */
  async #byTitle(pages, words) {
    const first = await Promise.all(
      pages.slice(0, LOOKED_AT).map(async (page) => {
        const { meta } = await page.data();
        const title = this.#telling(this.#wordsOf(meta.title ?? ""));
        const asked = title.filter((word) => words.some((each) => this.#areForms(each, word)));
        const isNamed = words.length > 1 && words.every((each) => title.some((word) => this.#areForms(each, word)));
        return { ...page, isNamed, score: page.score * (1 + asked.length / (title.length || 1)) };
      })
    );
    return [...first.sort((one, other) => other.score - one.score), ...pages.slice(LOOKED_AT)];
  }

  /** For each word what the index may have for it: its keys, or the word itself. */
  async #terms(words) {
    if (!this.keys) {
      const known = await Promise.all(words.map((word) => this.spelling.isKnown(word)));
      return words.filter((_, place) => known[place]).map((word) => [word]);
    }
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
}

/** The pages that people chose, then what was found, without those once more. */
function chosenFirst(best, found) {
  const byId = new Map(found.map((page) => [page.id, page]));
  const chosen = best.map(
    ({ id, url, title, summary, kind }) => byId.get(id) ?? { id, kind, score: 0, data: async () => ({ url, meta: { title, summary } }) },
  );
  const ids = new Set(best.map(({ id }) => id));
  return [...chosen, ...found.filter(({ id }) => !ids.has(id))];
}

/** Of a saying, single words that stand for one that is spelt nearly the same. */
function misspellings([said, meant]) {
  const [word] = meant;
  if (word.length !== 1) return [];
  return said.flatMap((typed) => (typed.length === 1 && distance(typed[0], word[0], 1) === 1 ? [[typed[0], word[0]]] : []));
}

/** Every question that takes one alternative of each word. */
function combined(terms) {
  if (!terms.length) return [];
  return terms.reduce((questions, alternatives) => questions.flatMap((start) => alternatives.map((each) => `${start} ${each}`.trim())), [""]);
}
