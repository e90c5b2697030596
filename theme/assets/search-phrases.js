// What people say and what the pages say: the reviewed list of synonyms and best bets (`data/search/words.yml`).

import { wordsOf } from "./search-words.js";

/** Each way to ask: the words as they are, and with what the pages say in the place of what was said, the longest saying first. */
export function waysToAsk(words, synonyms) {
  const found = synonyms
    .flatMap(([said, meant]) => said.map((each) => ({ said: wordsOf(each), meant })))
    .map((entry) => ({ ...entry, at: placeOf(entry.said, words) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => other.said.length - one.said.length)[0];
  if (!found) return [words];
  const instead = found.meant.map((each) => [
    ...words.slice(0, found.at),
    ...wordsOf(each),
    ...words.slice(found.at + found.said.length),
  ]);
  return [...instead, words];
}

/** Where some words stand in others, in one piece; -1 for nowhere. */
function placeOf(some, words) {
  if (!some.length) return -1;
  return words.findIndex((_, start) => some.every((word, step) => words[start + step] === word));
}

/** The pages that were chosen for this question, whatever form its words have. `same` says when two words are forms of one. */
export function bestBets(words, bets, same) {
  return bets
    .filter(([queries]) =>
      queries.some((query) => {
        const asked = wordsOf(query);
        return asked.length === words.length && asked.every((word) => words.some((other) => same(word, other)));
      })
    )
    .flatMap(([, pages]) => pages);
}
