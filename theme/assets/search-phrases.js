// What people say and what the pages say: the reviewed list of synonyms and best bets (`data/search/words.yml`), each saying in words.

import { Alike } from "./search-alike.js";

const SURE = 0.9; // how well a saying fits that has every telling word, and no other
const MOST = 0.6; // of what the words of a question tell, the part that a saying has to have

/** The sayings of a list of synonyms `[said, meant]`, as `waysToAsk` goes through them: of two that share a word the longer one counts. */
export function longestFirst(synonyms) {
  return synonyms
    .flatMap(([said, meant]) => said.filter((words) => words.length).map((words) => ({ said: words, meant })))
    .sort((one, other) => other.said.length - one.said.length);
}

/**
 * Each way to ask: with what the pages say in the place of what was said, and with the words as they are. `meantBy` has everything that a word
 * may be that was typed. Nothing is replaced twice, so that synonyms cannot go round in a circle.
 */
export function waysToAsk(words, sayings, meantBy = (word) => [word]) {
  const typed = words.map(meantBy);
  const parts = [];
  let most = 0;
  for (let at = 0; at < words.length; ) {
    const saying = sayings.find(({ said }) => said.every((word, step) => typed[at + step]?.includes(word)));
    parts.push(saying?.meant ?? [[words[at]]]);
    most = Math.max(most, saying?.meant.length ?? 0);
    at += saying?.said.length ?? 1;
  }
  const instead = Array.from({ length: most }, (_, way) => parts.flatMap((meant) => meant[way] ?? meant[0]));
  return [...instead, words];
}

/** A saying in words: all of them, and those with a `+`, which have to be in the question `exactly` so: of `+my-child` one right after the other. */
export function sayingOf(text, wordsOf) {
  const apart = (joined) => joined.replaceAll("-", " ");
  const exactly = [...text.matchAll(/\+(\S+)/g)].map(([, joined]) => wordsOf(apart(joined))).filter((run) => run.length);
  return { words: wordsOf(text.replace(/\+\S+/g, apart)), exactly };
}

/** The best bets: what people chose for a question, each with its `queries`, which are sayings. */
export class BestBets {
  /**
   * `telling` leaves out of some words what says nothing; of words that all say nothing it leaves all. `grammar` knows forms of one word
   * (search-alike.js).
   */
  constructor(bets, telling, grammar) {
    this.telling = telling;
    const toldBy = (saying) => ({ ...saying, told: telling(saying.words) });
    const sayings = bets.flatMap((bet, place) => bet.queries.filter(({ words }) => words.length).map((saying) => ({ bet, place, ...toldBy(saying) })));
    this.sayings = byKeyWord(sayings);
    this.alike = new Alike(sayings.flatMap(({ words }) => words), grammar);
  }

  /**
   * Those for a question, best first: those with a saying whose telling words are all in it, and that leaves few words out that tell as much.
   * `ways` are the ways to ask it, the last one as it was typed. `weight` says how much a word tells: two words that nearly every question has
   * are not most of one.
   */
  of(ways, weight) {
    const asked = ways.map((words) => this.#asked(words, ways.at(-1), weight));
    const possible = [...this.#sayingWords(ways.flat())].flatMap((word) => this.sayings.get(word) ?? []);
    const fits = possible.flatMap((saying) => asked.map((way) => ({ ...saying, fit: fit(way, saying) }))).filter((each) => each.fit > 0);
    const best = new Map();
    for (const each of fits.sort(inOrder)) if (!best.has(each.bet)) best.set(each.bet, each);
    return [...best.values()].map(({ bet, fit: fitting, exactly }) => ({ ...bet, isSure: fitting >= SURE || exactly.length > 0 }));
  }

  /** The words of sayings that any of some words is a form of. */
  #sayingWords(words) {
    return new Set(words.flatMap((word) => [...this.alike.of(word)]));
  }

  /** A way to ask, with everything that is looked at for each saying. */
  #asked(words, typed, weight) {
    const telling = this.telling(words).map((word) => ({ forms: this.alike.of(word), weight: weight(word) }));
    return { words, typed, telling, all: sum(telling), has: this.#sayingWords(words), tells: this.#sayingWords(this.telling(words)) };
  }
}

/** Sayings by the telling word that fewest others have: a question without a form of it is none that the saying is for. */
function byKeyWord(sayings) {
  const often = new Map();
  for (const word of sayings.flatMap(({ told }) => told)) often.set(word, (often.get(word) ?? 0) + 1);
  const found = new Map();
  for (const saying of sayings) {
    const key = saying.told.reduce((rarest, word) => (often.get(word) < often.get(rarest) ? word : rarest));
    if (!found.has(key)) found.set(key, []);
    found.get(key).push(saying);
  }
  return found;
}

/** Word for word comes first, then what has words in just this form, then what leaves least out; of what is alike, what the list has first. */
function inOrder(one, other) {
  const rank = (each) => (each.fit === 1 ? 2 : each.exactly.length ? 1 : 0);
  return rank(other) - rank(one) || other.fit - one.fit || one.place - other.place;
}

/** How well a saying fits a question: 0 not at all, 1 word for word. */
function fit({ words, typed, telling, all, has, tells }, { words: said, told, exactly }) {
  if (!exactly.every((run) => isRun(typed, run))) return 0;
  if (said.length === words.length && said.every((word) => has.has(word))) return 1;
  if (!told.every((word) => tells.has(word) || exactly.some((run) => run.includes(word)))) return 0;
  const share = sum(telling.filter(({ forms }) => told.some((word) => forms.has(word)))) / all;
  return share > MOST ? SURE * share : 0;
}

/** Are these words among others, one right after the other? */
function isRun(words, run) {
  return words.some((_, at) => run.every((word, step) => words[at + step] === word));
}

function sum(words) {
  return words.reduce((total, { weight }) => total + weight, 0);
}
