// What counts as a word of a question.

import { fold } from "./spelling.js";

const MOST_SIGNS = 400;
const MOST_WORDS = 24;

/** As much of a question as is searched for, and whether that is less than all of it. */
export function beginningOf(question) {
  const text = question.trim();
  const words = text.slice(0, MOST_SIGNS).split(/\s+/);
  const isCut = text.length > MOST_SIGNS || words.length > MOST_WORDS;
  return { text: words.slice(0, MOST_WORDS).join(" "), isCut };
}

/** The words of a text in lower case, with their accents. */
export function accentedWordsOf(text) {
  return text.toLowerCase().normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words of a text, folded: without those of one letter, and without what hangs on by an apostrophe: the language's `clitics`, a set. */
export function wordsOf(text, clitics) {
  const plain = fold(text).replace(/[’‘\u02bc]/g, "'").replace(/[\u2010\u2011]/g, "-").replace(/[\u00ad\u200b]/g, "");
  return (plain.match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? []).flatMap((word) =>
    word
      .split("'")
      .filter((part, place) => part.length > 1 && !(place && clitics.has(part)))
      .flatMap(parts)
  );
}

/** Pen-y-bont is `pen` and `bont`; e-bost, of which one long part is left, is `ebost`. */
function parts(word) {
  const long = word.split("-").filter((part) => part.length > 1);
  return long.length > 1 || !word.includes("-") ? long : [word.replaceAll("-", "")];
}
