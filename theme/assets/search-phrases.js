// What people say and what the pages say: the reviewed list of synonyms and best bets (`data/search/words.yml`), each saying in words.

const SURE = 0.9; // how well a saying fits that has every telling word, and no other
const MOST = 0.6; // of what the words of a question tell, the part that a saying has to have

/**
 * Each way to ask: with what the pages say in the place of what was said, and with the words as they are. Of two sayings that share a word
 * the longer one counts. `isSaid` knows whether what was typed is a word of a saying. Nothing is replaced twice, so that synonyms cannot go round in a circle.
 */
export function waysToAsk(words, synonyms, isSaid = (typed, word) => typed === word) {
  const sayings = synonyms
    .flatMap(([said, meant]) => said.map((each) => ({ said: each, meant })))
    .sort((one, other) => other.said.length - one.said.length);
  const parts = [];
  let most = 0;
  for (let at = 0; at < words.length; ) {
    const saying = sayings.find(({ said }) => said.length && said.every((word, step) => at + step < words.length && isSaid(words[at + step], word)));
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

/**
 * The best bets for a question, best first: those with a saying whose telling words are all in it, and that leaves few words out that tell as
 * much. `ways` are the ways to ask it, the last one as it was typed. `telling` leaves out what says nothing, `same` knows forms of one word, and `weight` how
 * much a word tells: two words that nearly every question has are not most of one.
 */
export function bestBets(ways, bets, knows) {
  const asked = ways.map((words) => {
    const telling = knows.telling(words);
    return { words, typed: ways.at(-1), telling, has: isIn(words, knows.same), tells: isIn(telling, knows.same) };
  });
  return bets
    .map((bet) => {
      const fits = bet.queries.flatMap((query) =>
        asked.map((way) => ({ fit: fit(way, query, knows), exactly: query.exactly.length }))
      );
      return { ...bet, ...fits.sort(inOrder)[0] };
    })
    .filter((bet) => bet.fit > 0)
    .sort(inOrder)
    .map((bet) => ({ ...bet, isSure: bet.fit >= SURE || bet.exactly > 0 }));
}

/** Word for word comes first, then what has words in just this form, then what leaves least out. */
function inOrder(one, other) {
  const rank = ({ fit, exactly }) => (fit === 1 ? 2 : exactly && fit ? 1 : 0);
  return rank(other) - rank(one) || other.fit - one.fit;
}

/** How well a saying fits a question: 0 not at all, 1 word for word. */
function fit({ words, typed, telling: asked, has, tells }, saying, { telling, same, weight }) {
  if (!saying.exactly.every((run) => isRun(typed, run))) return 0;
  if (saying.words.length === words.length && saying.words.every(has)) return 1;
  const told = telling(saying.words);
  if (!told.every((word) => tells(word) || saying.exactly.some((run) => run.includes(word)))) return 0;
  const all = sum(asked, weight);
  const share = sum(asked.filter((word) => told.some((each) => same(word, each))), weight) / all;
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
