// Whether two words are forms of one, for languages that Pagefind has a stemmer for: close enough to mark a word or to know a question.

const ENDING = /(?:ations?|ions?|ings?|ers?|ors?|ed|es|ies|ive|ly|s|e|y)$/;

/** What is left of a word without its ending; at least four letters. */
export function stem(word) {
  const left = word.replace(ENDING, "");
  return left.length >= 4 ? left : word;
}

/** Are these forms of one word, as far as one can see? */
export const areForms = (one, other) => one === other || stem(one) === stem(other);
