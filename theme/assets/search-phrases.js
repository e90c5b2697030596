// What people say and what the pages say: the reviewed list of synonyms and best bets (`data/search/words.yml`), each saying in words.

const SURE = 0.9; // how well a saying fits that has every telling word, and no other

/**
 * Each way to ask: with what the pages say in the place of what was said, and with the words as they are. Of two sayings that share a word
 * the longer one counts. Nothing is replaced twice, so that synonyms cannot go round in a circle.
 */
export function waysToAsk(words, synonyms) {
  const sayings = synonyms
    .flatMap(([said, meant]) => said.map((each) => ({ said: each, meant })))
    .sort((one, other) => other.said.length - one.said.length);
  const parts = [];
  let most = 0;
  for (let at = 0; at < words.length; ) {
    const saying = sayings.find(({ said }) => said.length && said.every((word, step) => words[at + step] === word));
    parts.push(saying?.meant ?? [[words[at]]]);
    most = Math.max(most, saying?.meant.length ?? 0);
    at += saying?.said.length ?? 1;
  }
  const instead = Array.from({ length: most }, (_, way) => parts.flatMap((meant) => meant[way] ?? meant[0]));
  return [...instead, words];
}

/**
 * The pages that were chosen for a question: for one that has all telling words of a saying and not many more. A single word has to be all
 * that was asked. `telling` leaves out what says nothing, `same` knows forms of one word.
 */
export function bestBets(words, bets, telling, same) {
  const asked = telling(words);
  const chosen = bets.flatMap(([queries, pages]) => {
    const fits = queries.map((query) => fit(words, asked, query, telling, same));
    return [{ fit: Math.max(...fits), pages }];
  });
  return chosen
    .filter(({ fit }) => fit > 0)
    .sort((one, other) => other.fit - one.fit)
    .flatMap(({ fit, pages }) => pages.map((page) => ({ ...page, isSure: fit >= SURE })));
}

/** How well a saying fits a question: 0 not at all, 1 word for word. */
function fit(words, asked, saying, telling, same) {
  const has = (these, word) => these.some((each) => same(each, word));
  if (saying.length === words.length && saying.every((word) => has(words, word))) return 1;
  const told = telling(saying);
  const enough = told.length > 1 && 2 * told.length >= asked.length;
  return enough && told.every((word) => has(asked, word)) ? (SURE * told.length) / asked.length : 0;
}
