// Asks the index of one language. The search page uses it in a browser, and `drws search-test` in Node.js.

import { Danger } from "./search-danger.js";
import { Forms } from "./search-forms.js";
import { openIndex } from "./search-index.js";
import { keptIn } from "./search-kept.js";
import { Keys } from "./search-keys.js";
import { KnownWords } from "./search-known.js";
import { BestBets, longestFirst, sayingOf, waysToAsk } from "./search-phrases.js";
import { Numbers } from "./search-numbers.js";
import { Places } from "./search-places.js";
import { inOrder, ranked, weightOf } from "./search-ranking.js";
import { Spelling } from "./search-spelling.js";
import { Topics } from "./search-topics.js";
import { searchesFor } from "./search-ways.js";
import { accentedWordsOf, beginningOf, wordsOf } from "./search-words.js";
import { distance, fold } from "./spelling.js";

const MOST_WAYS = 6; // searches for one question: a word may be a form of two
const MOST_MENDED = 6; // words of one question that are compared with every word of the site
const LOOKED_AT = 8; // results whose titles are looked at again: each is a file
const FETCHED = 10; // results whose files come while others are looked at: as many as a page shows at first
const NAMED = 3; // place at which a term stands at the latest whose name is asked
const FEW = 3; // results: with fewer, pages that have only some of the words follow
const USUAL = "page"; // the kind of a page whose kind the table does not say
const LITTLE = 1 / 10; // what an age or a year tells
const COMMON = 1 / 3; // what a word tells that nearly every question has, beside one that tells what is meant

const dangers = new Map(); // by the address of a site

/**
 * Open the index of a language. `site` is the address of the site's root, `base` what stands before the addresses of its pages. A
 * `collection` has an index of its own: `policies`.
 */
export async function openSearch({ site, base, language, collection = "" }) {
  const read = reader(site);
  const parts = collection ? await import("./search-collection.js") : undefined;
  const own = collection && `${collection}/`;
  const root = collection ? new URL(`search/${own}`, site) : site;
  const index = openIndex(root, base, language, parts?.RANKING);
  const [table, danger] = await Promise.all([read(`${own}${language}.json`), openDanger(site)]);
  return new Search({ table, index, read, danger, language, parts });
}

/** What people type in danger: a small file, which a page has long before the index. It is the same for every index of a site. */
export function openDanger({ href }) {
  return keptIn(dangers, href, () => readDanger(href));
}

async function readDanger(site) {
  const read = reader(site);
  const table = await read("danger.json");
  return new Danger({ ...table, known: table.known && partsOf(table.known) }, read);
}

function reader(site) {
  return async (file) => {
    const answer = await fetch(new URL(`search/${file}`, site));
    if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
    return answer.json();
  };
}

class Search {
  constructor({ table, index, read, danger, language, parts }) {
    this.parts = parts;
    this.index = index;
    this.danger = danger;
    this.language = language;
    this.keys = table.keys && new Keys({ ...table.keys, files: filesOf(table.keys.files) }, read);
    this.clitics = new Set(table.clitics);
    this.forms = new Forms(table.endings);
    this.grammar = this.keys ?? this.forms;
    this.spelling = new Spelling(() => read(table.words), this.forms);
    this.known = danger.known ?? new KnownWords({ files: [] }, read);
    const synonyms = table.synonyms.map(([said, meant]) => [said.map(this.#wordsOf), meant.map(this.#wordsOf)]);
    this.synonyms = longestFirst(synonyms);
    this.documents = parts && new parts.Documents(table.documents);
    this.kinds = eachIn(table.kinds);
    const pages = (ids) => ids.map((id) => this.#pageOf(id, table.pages[id]));
    const topics = table.topics.map(([said, ids, left]) => ({ said, pages: pages(ids), without: left }));
    this.topics = new Topics(topics, danger.grammars.find((each) => each.language === language), eachIn(table.sections));
    this.passedOver = new Set(table.passed_over.map(fold));
    this.terms = table.terms.map(([names, id]) => ({ names: names.map((name) => this.#telling(this.#wordsOf(name))), page: this.#pageOf(id) }));
    const bets = table.best_bets.map(([queries, ids, without]) => ({ queries: queries.map((each) => sayingOf(each, this.#wordsOf)), pages: pages(ids), without }));
    this.bestBets = new BestBets(bets, (words) => this.#telling(words), this.grammar);
    this.common = this.keys ? new Set(table.common) : table.common.map(fold);
    const isBackground = new Set(table.background.kinds);
    this.background = {
      pages: new Set([...this.kinds].flatMap(([id, kind]) => (isBackground.has(kind) ? [id] : []))),
      words: table.background.words.map(this.#wordsOf),
    };
    this.doors = pages(table.doors);
    this.below = { pages: table.danger.below.map(pages), without: table.danger.without };
    this.areas = Object.fromEntries(Object.entries(table.areas).map(([code, ids]) => [code, pages(ids)]));
    this.places = new Places({
      names: table.places.names && filesOf(table.places.names),
      postcodes: table.places.postcodes,
      before: table.before_places,
      read,
      tellsLittle: (word) => word.length < 2 || this.passedOver.has(word) || this.#weight(word) < 1,
      unmutated: (word) => this.keys?.before(word) ?? [],
    });
    this.numbers = new Numbers(table.numbers, read, (id) => this.#pageOf(id));
    this.misspelt = new Map(synonyms.flatMap(misspellings));
    this.said = new Set([...synonyms.flatMap(([said]) => said.flat()), ...bets.flatMap(({ queries }) => queries.flatMap(({ words }) => words))]);
  }

  /**
   * What is found for a question:
   *   first      the page with help, when the question speaks of danger
   *   place      the postcode or place that it names, as the finder knows it (search-places.js)
   *   isFormerNumber  when it is a telephone number that the contacts in the results had before (search-numbers.js)
   *   results    in order, those that people chose for it first, each with its `kind` and a way to get its `data`; `isBeginning` where a
   *              word of the question is only the beginning of one of the page
   *   mended     the question as it was understood, when a word of it is in no dictionary and on no page
   *   offered    how it may have been meant, when what was typed is the beginning of a word
   *   isPartial  when no page has all its words
   *   isCut      when only the beginning of it was searched for
   *   words      that a page may be marked by
   *   documents  in a collection, the documents of the results (search-collection.js)
   * With `asTyped` nothing is mended.
   */
  async ask(question, { asTyped = false } = {}) {
    this.weights = new Map();
    const dangers = await this.danger.kindsIn(question);
    const first = dangers.length ? this.danger.pageIn(this.language) : undefined;
    const { text, isCut } = beginningOf(question);
    const typed = this.#wordsOf(text);
    if (!first) this.places.fetchAhead(text);
    if (this.keys) await this.keys.load(typed);
    const place = first ? undefined : await this.places.of(text);
    const number = first ? undefined : await this.numbers.of(text);
    const areas = (place?.codes ?? []).flatMap((code) => this.areas[code]);
    const answer = { first, place, results: areas, mended: "", offered: "", isPartial: false, isCut, isFormerNumber: false, words: typed, documents: this.documents && [] };
    if (number) return { ...answer, results: number.pages, isFormerNumber: number.isFormer };
    if (!typed.length || place?.postcode) return answer;
    const { spelt, meant } = asTyped ? { spelt: typed, meant: typed } : await this.#understood(typed);
    const topics = this.#topicsOf(text, spelt.join(" "));
    const said = waysToAsk(spelt, this.synonyms, (word) => this.#meantBy(word));
    const ways = said.map((way) => this.#telling(way));
    const { chosen, without } = this.#chosen(said, { dangers, topics, ways });
    const term = first ? undefined : this.#termIn(spelt);
    fetchAhead([...areas, ...(term ? [term] : []), ...chosen()]);
    const found = await this.#find(ways, accentedWordsOf(text));
    const best = chosen(found[0]?.isNamed);
    const all = chosenFirst(best.length && !first ? [best[0], ...areas, ...best.slice(1)] : [...areas, ...best], found.filter(({ id }) => !without.has(id)).map((page) => ({ ...page, kind: this.kinds.get(page.id) ?? USUAL })));
    const results = withTerm(all, term);
    return {
      ...answer,
      results,
      documents: this.documents?.inOrder(results),
      mended: differing(spelt, typed),
      offered: differing(meant, spelt),
      isPartial: !best.length && found.length > 0 && found.every(({ isPartial, isBeginning }) => isPartial && !isBeginning),
      words: [...new Set(ways.flat())],
    };
  }

  /** Is a word of a page a form of a word of the question? It answers from what has been read. */
  isAskedFor(word, words) {
    const plain = fold(word);
    return words.some((each) => this.grammar.areSame(each, plain));
  }

  /** Pages and words that begin as the question ends, for someone who is still typing. */
  async suggest(question) {
    return this.spelling.suggest(beginningOf(question).text);
  }

  /** A page that people chose. What is no page of the index has what a result says of it in the table. */
  #pageOf(id, shown) {
    if (!shown) return { id, kind: this.kinds.get(id) ?? USUAL, score: 0, data: () => this.index.dataOf(id) };
    const [url, title, summary, kind] = shown;
    return { id, url, title, kind, score: 0, data: async () => ({ url, meta: { title, summary } }) };
  }

  #wordsOf = (text) => wordsOf(text, this.clitics);

  #telling(words) {
    const telling = [...new Set(words.filter((word) => !this.passedOver.has(word)))];
    return telling.length ? telling : [...new Set(words)];
  }

  /** The words as they are searched for, and as they may have been meant besides. */
  async #understood(words) {
    let left = MOST_MENDED;
    const readings = new Map();
    for (const word of new Set(words)) {
      const listed = this.misspelt.get(word);
      if (listed) readings.set(word, { spelt: listed, meant: listed });
      else if (!(await this.#isWhole(word)) && left-- > 0) readings.set(word, await this.#read(word));
    }
    const read = (part) => words.map((word) => readings.get(word)?.[part] ?? word);
    return { spelt: read("spelt"), meant: read("meant") };
  }

  /** A word that no page has: a word of some language or a name stays, a beginning stays and is asked after, anything else is mended. */
  async #read(word) {
    const near = await this.spelling.mend(word);
    const isWord = near !== word && (await Promise.all(this.#meantBy(word).map((each) => this.known.has(each)))).includes(true);
    if (near === word || isWord) return { spelt: word, meant: word };
    return { spelt: (await this.#isBeginning(word)) ? word : near, meant: near };
  }

  /** Is there a page with a form of this word, or does a list of ours have it? */
  async #isWhole(word) {
    if (this.passedOver.has(word) || this.#meantBy(word).some((each) => this.said.has(each))) return true;
    return this.keys ? (await this.keys.of(word)).length > 0 : (await this.index.having(word)).size > 0;
  }

  /** A word, and what it may have been before a mutation. */
  #meantBy(word) {
    return [word, ...(this.keys?.before(word) ?? [])];
  }

  async #isBeginning(word) {
    return this.keys ? this.keys.beginnings(word).length > 0 : this.spelling.isBeginning(word);
  }

  /**
   * The pages that people chose for a question, which are fewer where a page is found that it names, and those that they left out. Where it
   * speaks of danger, those about this danger come first.
   */
  #chosen(said, { dangers, topics, ways }) {
    const bets = this.bestBets.of(said, (word) => this.#weight(word));
    const without = new Set([...bets.flatMap((bet) => bet.without), ...topics.without]);
    if (dangers.length) {
      this.below.without.forEach((id) => without.add(id));
      if (!this.#isBackgroundAsked(ways)) this.background.pages.forEach((id) => without.add(id));
    }
    const chosen = (isNamed = false) => {
      const pages = bets.filter(({ isSure }) => isSure || !isNamed).flatMap((bet) => bet.pages);
      const best = [...dangers.flatMap((kind) => this.below.pages[kind]), ...pages, ...(isNamed ? [] : topics.pages)].filter(({ id }) => !without.has(id));
      return [...new Map(best.map((page) => [page.id, page])).values()];
    };
    return { chosen, without };
  }

  /** What a question is about; as it is spelt right where nothing is known of it as it was typed. */
  #topicsOf(typed, spelt) {
    for (const question of new Set([typed, spelt])) {
      const topics = this.topics.of(question);
      if (topics.pages.length) return topics;
    }
    return { pages: [], without: [] };
  }

  /** The page of the term whose name is the whole question, but for words that say nothing. */
  #termIn(words) {
    const asked = this.#telling(words);
    const isName = (told) => told.length === asked.length && told.every((word, place) => this.grammar.areSame(word, asked[place]));
    return this.terms.find(({ names }) => names.some((name) => isName(name)))?.page;
  }

  #isBackgroundAsked(ways) {
    return this.background.words.some((said) => said.every((word) => ways.at(-1).some((each) => this.grammar.areSame(word, each))));
  }

  /** How much a word tells of what is meant. */
  #weight(word) {
    if (!this.weights.has(word)) {
      const isCommon = this.keys ? this.keys.near(word).some((key) => this.common.has(key)) : this.common.some((each) => this.forms.areSame(each, word));
      this.weights.set(word, /^\d{1,4}$/.test(word) ? LITTLE : isCommon ? COMMON : 1);
    }
    return this.weights.get(word);
  }

  /** Pages for each way to ask, best first; where there are few, those that have most of the words as well. */
  async #find(ways, accented) {
    const asked = await Promise.all(ways.map((words) => this.#terms(words)));
    if (this.documents) return this.#byTitle(await this.parts.byWords(asked, this.#pagesOf), ways[0], accented);
    const searches = searchesFor(asked.map((terms) => terms.map(({ alternatives }) => alternatives)), MOST_WAYS);
    const isExact = await this.#exactly(asked);
    const whole = (await this.index.search(searches)).map((page) => ({ ...page, isBeginning: !isExact(page) }));
    const known = new Set(whole.map(({ id }) => id));
    const exact = whole.filter(({ isBeginning }) => !isBeginning);
    const others = exact.length < FEW && asked.some((terms) => terms.length > 1) ? await this.#withMost(asked.at(-1)) : [];
    const isBackgroundAsked = this.#isBackgroundAsked(ways);
    const pages = ranked([...whole, ...others.filter(({ id }) => !known.has(id))], { background: this.background.pages, isBackgroundAsked });
    return this.#byTitle(pages, ways[0], accented);
  }

  /** Says of a page that was found whether it has all words of some way to ask, and not only their beginnings. */
  async #exactly(asked) {
    const whole = asked.filter((terms) => terms.length && !terms.some(({ isBeginning }) => isBeginning));
    if (this.keys) return () => whole.length > 0;
    const having = await Promise.all(whole.map((terms) => Promise.all(terms.map(({ word }) => this.index.having(word)))));
    return ({ id }) => having.some((pages) => pages.every((each) => each.has(id)));
  }

  /** Pages that have at least half of what the words tell. */
  async #withMost(terms) {
    const all = terms.reduce((sum, { weight }) => sum + weight, 0);
    const found = new Map();
    for (const term of terms) {
      if (term.isBeginning) continue;
      for (const page of await this.#pagesOf(term)) {
        if (!found.has(page.id)) found.set(page.id, { page, score: 0, told: 0 });
        const counted = found.get(page.id);
        counted.score += page.score;
        counted.told += term.weight;
      }
    }
    return [...found.values()].filter(({ told }) => 2 * told >= all).map(({ page, score, told }) => ({ ...page, score: score * told, isPartial: true }));
  }

  /** The pages that have a word; those where it is only the beginning of another when that is all there is. */
  #pagesOf = async ({ word, alternatives, isBeginning }) => {
    const pages = await this.index.search(alternatives);
    if (this.keys || isBeginning) return pages;
    const having = await this.index.having(word);
    return pages.filter(({ id }) => having.has(id));
  };

  /** The first pages put in order again, now that their titles are known. */
  async #byTitle(pages, words, accented) {
    fetchAhead(pages);
    const first = await Promise.all(
      pages.slice(0, LOOKED_AT).map(async (page) => {
        const { meta } = await page.data();
        const title = this.#telling(this.#wordsOf(meta.title ?? ""));
        const asked = title.filter((word) => words.some((each) => this.grammar.areSame(each, word))).length;
        const isNamed = words.length > 1 && words.every((each) => title.some((word) => this.grammar.areSame(each, word)));
        const shown = new Set(accentedWordsOf(`${meta.title ?? ""} ${meta.summary ?? ""}`));
        return { ...page, isNamed, score: page.score * weightOf({ asked, title: title.length, typed: accented, shown }) };
      })
    );
    return [...first.sort(inOrder), ...pages.slice(LOOKED_AT)];
  }

  /** For each word what the index may have for it: its keys, or the word itself. What it has nothing for is left out. */
  async #terms(words) {
    const terms = await Promise.all(
      words.map(async (word) => {
        const weight = this.#weight(word);
        if (!this.keys) {
          if ((await this.index.having(word)).size) return { word, weight, alternatives: [word], isBeginning: false };
          const isBeginning = !this.said.has(word) && (await this.spelling.isBeginning(word));
          return { word, weight, alternatives: isBeginning ? [word] : [], isBeginning: true };
        }
        const keys = await this.keys.of(word);
        return { word, weight, alternatives: keys.length ? keys : this.keys.beginnings(word), isBeginning: !keys.length };
      })
    );
    return terms.filter(({ alternatives }) => alternatives.length);
  }
}

/** What results say of the first of these pages begins to come while the rest is worked out. */
function fetchAhead(pages) {
  for (const page of pages.slice(0, FETCHED)) page.data().catch(() => {}); // said where it is shown
}

/** The pages that people chose, then what was found, without those once more. */
function chosenFirst(best, found) {
  const ids = new Set(best.map(({ id }) => id));
  return [...best, ...found.filter(({ id }) => !ids.has(id))];
}

/** Results with the page of a term among the first: what helps stays before it. */
function withTerm(results, page) {
  if (!page) return results;
  const place = results.findIndex(({ id }) => id === page.id);
  if (place >= 0 && place < NAMED) return results;
  const others = results.filter(({ id }) => id !== page.id);
  return [...others.slice(0, NAMED - 1), place < 0 ? page : results[place], ...others.slice(NAMED - 1)];
}

/** Words that are never mended, with their files in the order of their parts. */
function partsOf({ asked, files }) {
  const named = filesOf(files);
  return { asked, files: files.names.split(" ").map((name) => named[name]) };
}

/** What names each page, in a table of what each name names: "page page". */
function eachIn(named) {
  return new Map(Object.entries(named).flatMap(([name, ids]) => ids.split(" ").map((id) => [id, name])));
}

/** The address of each file of a folder, by its name. */
function filesOf({ folder, names }) {
  return Object.fromEntries(names.split(" ").map((name) => [name, `${folder}/${name}.json`]));
}

/** A question in words where it is another than before; otherwise nothing. */
function differing(words, before) {
  return words.join(" ") === before.join(" ") ? "" : words.join(" ");
}

/** Of a saying, single words that stand for one that is spelt nearly the same. */
function misspellings([said, meant]) {
  const [word] = meant;
  if (word.length !== 1) return [];
  return said.flatMap((typed) => (typed.length === 1 && distance(typed[0], word[0], 1) === 1 ? [[typed[0], word[0]]] : []));
}
