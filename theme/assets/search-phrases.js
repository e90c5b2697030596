// What people say and what the pages say: the reviewed list of synonyms and best bets (`data/search/words.yml`), each saying in words.

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
  /** `telling` leaves out of some words what says nothing; of words that all say nothing it leaves all. */
  constructor(bets, telling) {
    this.telling = telling;
    const toldBy = (saying) => ({ ...saying, told: telling(saying.words) });
    this.bets = bets.map((bet) => ({ bet, sayings: bet.queries.filter(({ words }) => words.length).map(toldBy) }));
    this.keys = keyWords(this.bets.flatMap(({ sayings }) => sayings));
    this.alike = new Map(); // who types on asks most words again
  }

  /**
   * Those for a question, best first: those with a saying whose telling words are all in it, and that leaves few words out that tell as much.
   * `ways` are the ways to ask it, the last one as it was typed. `same` knows forms of one word, and is known by `edition` to have learnt
   * more; `weight` says how much a word tells: two words that nearly every question has are not most of one.
   */
  of(ways, { same, edition, weight }) {
    if (edition !== this.edition) this.alike.clear();
    this.edition = edition;
    const keys = new Set(ways.flat().flatMap((word) => this.#keysLike(word, same)));
    const asked = ways.map((words) => {
      const telling = this.telling(words);
      const all = sum(telling, weight);
      return { words, typed: ways.at(-1), telling, all, has: isIn(words, same), tells: isIn(telling, same) };
    });
    return this.bets
      .map(({ bet, sayings }) => {
        const possible = sayings.filter((saying) => keys.has(this.keys.get(saying)));
        const fits = possible.flatMap((saying) => asked.map((way) => ({ fit: fit(way, saying, { same, weight }), exactly: saying.exactly.length })));
        return { ...bet, ...fits.sort(inOrder)[0] };
      })
      .filter((bet) => bet.fit > 0)
      .sort(inOrder)
      .map((bet) => ({ ...bet, isSure: bet.fit >= SURE || bet.exactly > 0 }));
  }

  #keysLike(word, same) {
    if (!this.alike.has(word)) this.alike.set(word, [...new Set(this.keys.values())].filter((each) => same(each, word)));
    return this.alike.get(word);
  }
}

/** Of each saying the telling word that fewest others have: a question without a form of it is none that the saying is for. */
function keyWords(sayings) {
  const often = new Map();
  for (const word of sayings.flatMap(({ told }) => told)) often.set(word, (often.get(word) ?? 0) + 1);
  return new Map(sayings.map((saying) => [saying, saying.told.reduce((rarest, word) => (often.get(word) < often.get(rarest) ? word : rarest))]));
}

/** Word for word comes first, then what has words in just this form, then what leaves least out. */
function inOrder(one, other) {
  const rank = ({ fit, exactly }) => (fit === 1 ? 2 : exactly && fit ? 1 : 0);
  return rank(other) - rank(one) || other.fit - one.fit;
}

/** How well a saying fits a question: 0 not at all, 1 word for word. */
function fit({ words, typed, telling, all, has, tells }, { words: said, told, exactly }, { same, weight }) {
  if (!exactly.every((run) => isRun(typed, run))) return 0;
  if (said.length === words.length && said.every(has)) return 1;
  if (!told.every((word) => tells(word) || exactly.some((run) => run.includes(word)))) return 0;
  const share = sum(telling.filter((word) => told.some((each) => same(word, each))), weight) / all;
  return share > MOST ? SURE * share : 0;
}

/** Whether a form of a word is among some: many sayings have the same words, so each is looked for once. */
function isIn(words, same) {
  const found = new Map();
  return (word) => {
    if (!found.has(word)) found.set(word, words.some((each) => same(each, word)));
    return found.get(word);
  };
}

/** Are these words among others, one right after the other? */
function isRun(words, run) {
  return words.some((_, at) => run.every((word, step) => words[at + step] === word));
}

function sum(words, weight) {
  return words.reduce((total, word) => total + weight(word), 0);
}
