// What a question speaks of, by patterns of words: data/search/words.yml has them, under `danger` and under `topics`.
//
// A pattern is words between spaces, each near the others in the question, in any order: `hit*` is every word that begins so, `me/us` one of
// the two, `@child` any word of that group, `~suicid*` a misspelt form as well, and `-song` a word that must not be near.

import { distance, fold } from "./spelling.js";

const NEAR = 8; // words of a question in which all words of a pattern have to be
const MOST_WORDS = 400; // of a question: the rest is not looked at
const MOST_SIGNS = 4000; // likewise
const MISSPELT = 2; // letters of a long word
const LONG = 9; // letters
const TELLING = 5; // letters of a pattern’s word that may be misspelt without a mark
const SHORTEST = 4; // letters of what was typed for it

export class Patterns {
  /** `before` says what a first letter may have been before a mutation, `groups` has the words of each group, and `kinds` a list of patterns each. */
  constructor({ before, groups, kinds }) {
    this.before = before;
    this.letters = Object.keys(before).sort((one, other) => other.length - one.length);
    const partsOf = (choices) => choices.split("/").flatMap((choice) => (choice.startsWith("@") ? partsOf(groups[choice.slice(1)] ?? "") : choice ? [part(choice)] : []));
    const seen = new Map(); // many patterns share their choices
    const term = (text) => {
      if (!seen.has(text)) seen.set(text, { text, isNot: text.startsWith("-"), parts: partsOf(text.replace(/^-/, "")) });
      return seen.get(text);
    };
    this.kinds = kinds.map((patterns) => patterns.map((pattern) => pattern.split(" ").map(term)));
    this.terms = [...seen.values()].filter(({ isNot }) => !isNot);
    this.words = new Map(); // that were asked: who types on asks most of them again
  }

  /** Which words of a question speak of each kind: for each kind the set of their places. Words at the places of `strange` may be misspelt. */
  placesIn(question, strange = new Set()) {
    const words = this.#wordsOf(question);
    const seen = new Map();
    const placesOf = ({ text, parts }) => {
      if (!seen.has(text)) seen.set(text, words.flatMap((word, place) => (word.fits(text, parts, strange.has(place)) ? [place] : [])));
      return seen.get(text);
    };
    return this.kinds.map((patterns) => new Set(patterns.flatMap((pattern) => placesNear(pattern, placesOf))));
  }

  /** The places of words that may be misspelt words of a pattern, and are none as they stand: `{place, word}`, with what each may have been before a mutation. */
  strangeIn(question) {
    return this.#wordsOf(question).flatMap((asked, place) => {
      const forms = [...asked.forms];
      const isIn = (isStrange) => this.terms.some(({ text, parts }) => asked.fits(text, parts, isStrange));
      return forms[0].length >= SHORTEST && !isIn(false) && isIn(true) ? [{ place, forms }] : [];
    });
  }

  #wordsOf(question) {
    return said(question).map((forms) => {
      const typed = forms.join("'");
      if (!this.words.has(typed)) this.words.set(typed, new Word([...forms, ...forms.flatMap((form) => this.#unmutated(form))]));
      return this.words.get(typed);
    });
  }

  /** Every word of which this may be a mutated form. */
  #unmutated(word) {
    const letter = this.letters.find((each) => word.startsWith(each));
    return letter === undefined ? [] : this.before[letter].map((radical) => radical + word.slice(letter.length));
  }
}

/** A word of a question in every form that it may have, and which terms it was found to fit. */
class Word {
  constructor(forms) {
    this.forms = new Set(forms);
    this.found = [new Map(), new Map()];
  }

  fits(text, parts, isStrange) {
    const found = this.found[Number(isStrange)];
    if (!found.has(text)) found.set(text, parts.some((each) => fits(each, this.forms, isStrange)));
    return found.get(text);
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
  return { word, most, isBeginning: text.endsWith("*") };
}

/** The places of the words of a pattern, when all are among a few that follow each other and none of those that must not be there; otherwise none. */
function placesNear(pattern, placesOf) {
  const places = [];
  for (const term of pattern) {
    if (term.isNot) continue;
    const found = placesOf(term);
    if (!found.length) return [];
    places.push(found);
  }
  for (const from of places[0]) {
    const near = (found) => found.find((place) => Math.abs(place - from) < NEAR && (place !== from || found === places[0]));
    const chosen = [from, ...places.slice(1).map(near)];
    if (!chosen.includes(undefined) && !pattern.some((term) => term.isNot && near(placesOf(term)) !== undefined)) return chosen;
  }
  return [];
}

function fits({ word, most, isBeginning }, forms, isStrange) {
  if (forms.has(word)) return true;
  const apart = Math.max(most, isStrange && word.length >= TELLING ? 1 : 0);
  for (const form of forms) {
    if (isBeginning && form.startsWith(word)) return true;
    // A misspelt word begins as it should, or has lost its first letter: “nife”.
    if (!apart || (form[0] !== word[0] && form[0] !== word[1]) || form.length < word.length - apart) continue;
    const lengths = isBeginning ? [word.length - 1, word.length, word.length + 1] : [form.length];
    if (lengths.some((length) => form.length >= length && distance(form.slice(0, length), word, apart) <= apart)) return true;
  }
  return false;
}
