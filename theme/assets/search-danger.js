// Whether somebody who asks may be in danger: then help comes first, before any index is there.
//
// An entry is words between spaces, each near the others in the question, in any order: `hit*` is every word that begins so, `me/us` one of
// the two, `~suicid*` a misspelt form as well. data/search/words.yml has them, for every language at once.

import { distance, fold } from "./spelling.js";

const NEAR = 8; // words of a question in which all words of an entry have to be
const MOST_WORDS = 400; // of a question: the rest is not looked at
const MOST_SIGNS = 4000; // likewise
const MISSPELT = 2; // letters of a long word
const LONG = 9; // letters

export class Danger {
  /** `table` is `search/danger.json`. */
  constructor({ pages, grammars }) {
    this.pages = pages;
    this.grammars = grammars.map(({ before, words }) => ({
      before,
      letters: Object.keys(before).sort((one, other) => other.length - one.length),
      kinds: words.map((entries) => entries.map((entry) => entry.split(" ").map((word) => word.split("/").map(part)))),
    }));
  }

  /** The page with help, for a question that speaks of danger in any language; otherwise undefined. */
  pageFor(question, language) {
    return this.isIn(question) ? this.pages[language] : undefined;
  }

  isIn(question) {
    return this.kindsIn(question).length > 0;
  }

  /** Which kinds of danger a question speaks of, in any language: their places in data/search/words.yml. */
  kindsIn(question) {
    const typed = said(question);
    const kinds = this.grammars.flatMap((grammar) => {
      const words = typed.map((forms) => new Set(forms.flatMap((form) => [form, ...unmutated(form, grammar)])));
      const seen = new Map();
      const placesOf = (choices) => {
        const key = choices.map(({ text }) => text).join("/");
        if (!seen.has(key)) seen.set(key, words.flatMap((forms, place) => (choices.some((choice) => fits(choice, forms)) ? [place] : [])));
        return seen.get(key);
      };
      return grammar.kinds.flatMap((entries, kind) => (entries.some((entry) => isNear(entry, placesOf)) ? [kind] : []));
    });
    return [...new Set(kinds)].sort((one, other) => one - other);
  }
}

/** The words of a question, each as it may be meant: “can’t” is `cant`, and “mae’n” is `maen` or `mae`. */
function said(question) {
  const plain = fold(question.slice(0, MOST_SIGNS)).replace(/[’‘\u02bc]/g, "'").replace(/[\u00ad\u200b]/g, "");
  return (plain.match(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu) ?? []).slice(0, MOST_WORDS).map((word) => {
    const parts = word.split("'").filter((each) => each.length > 1);
    return [word.replaceAll("'", ""), ...parts];
  });
}

function part(text) {
  const word = text.replace(/^~|\*$/g, "");
  const most = text.startsWith("~") ? (word.length < LONG ? 1 : MISSPELT) : 0;
  return { text, word, most, isBeginning: text.endsWith("*") };
}

/** Every word of which this may be a mutated form. */
function unmutated(word, { before, letters }) {
  const letter = letters.find((each) => word.startsWith(each));
  return letter === undefined ? [] : before[letter].map((radical) => radical + word.slice(letter.length));
}

/** Are all words of an entry among a few that follow each other? */
function isNear(entry, placesOf) {
  const places = [];
  for (const choices of entry) {
    const found = placesOf(choices);
    if (!found.length) return false;
    places.push(found);
  }
  return places[0].some((from) => places.every((found) => found.some((place) => Math.abs(place - from) < NEAR)));
}

function fits({ word, most, isBeginning }, forms) {
  if (forms.has(word)) return true;
  for (const form of forms) {
    if (isBeginning && form.startsWith(word)) return true;
    if (!most || form[0] !== word[0]) continue;
    const lengths = isBeginning ? [word.length - 1, word.length, word.length + 1] : [form.length];
    if (lengths.some((length) => form.length >= length && distance(form.slice(0, length), word, most) <= most)) return true;
  }
  return false;
}
