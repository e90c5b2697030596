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
    const choicesOf = (text) => text.split("/").flatMap((choice) => (choice.startsWith("@") ? choicesOf(groups[choice.slice(1)] ?? "") : choice ? [choice] : []));
    const seen = new Map(); // many patterns share their choices
    const term = (text) => {
      if (!seen.has(text)) seen.set(text, { isNot: text.startsWith("-"), choices: choicesOf(text.replace(/^-/, "")), patterns: [] });
      return seen.get(text);
    };
    kinds.forEach((patterns, kind) => {
      for (const pattern of patterns) {
        const terms = pattern.split(" ").map(term);
        terms.find(({ isNot }) => !isNot)?.patterns.push({ kind, terms });
      }
    });
    this.count = kinds.length;
    this.choices = new Choices(seen.values());
    this.words = new Map(); // that were asked: who types on asks most of them again
  }

  /** Which words of a question speak of each kind: for each kind the set of their places. Words at the places of `strange` may be misspelt. */
  placesIn(question, strange = new Set()) {
    const found = new Map(); // by term
    this.#wordsOf(question).forEach((word, place) => {
      for (const term of word.terms(strange.has(place))) {
        if (!found.has(term)) found.set(term, []);
        found.get(term).push(place);
      }
    });
    const kinds = Array.from({ length: this.count }, () => new Set());
    for (const { patterns } of found.keys()) {
      for (const { kind, terms } of patterns) placesNear(terms, found).forEach((place) => kinds[kind].add(place));
    }
    return kinds;
  }

  /** The places of words that may be misspelt words of a pattern, and are none as they stand: `{place, word}`, with what each may have been before a mutation. */
  strangeIn(question) {
    return this.#wordsOf(question).flatMap((asked, place) => {
      const forms = [...asked.forms];
      const isIn = (isStrange) => [...asked.terms(isStrange)].some(({ isNot }) => !isNot);
      return forms[0].length >= SHORTEST && !isIn(false) && isIn(true) ? [{ place, forms }] : [];
    });
  }

  #wordsOf(question) {
    return said(question).map((forms) => {
      const typed = forms.join("'");
      if (!this.words.has(typed)) this.words.set(typed, new Word([...forms, ...forms.flatMap((form) => this.#unmutated(form))], this.choices));
      return this.words.get(typed);
    });
  }

  /** Every word of which this may be a mutated form. */
  #unmutated(word) {
    const letter = this.letters.find((each) => word.startsWith(each));
    return letter === undefined ? [] : this.before[letter].map((radical) => radical + word.slice(letter.length));
  }
}

/** A word of a question in every form that it may have, and which terms it fits: worked out once. */
class Word {
  constructor(forms, choices) {
    this.forms = new Set(forms);
    this.choices = choices;
    this.found = [];
  }

  terms(isStrange) {
    return (this.found[Number(isStrange)] ??= this.choices.fitting(this.forms, isStrange));
  }
}

/** Every choice of every term, by how words begin: a word of a question is compared with a few of them and not with some thousand. */
class Choices {
  constructor(terms) {
    this.exact = new Map();
    this.beginnings = new Map();
    this.marked = []; // may be misspelt
    this.telling = new Map(); // by the letter with which a misspelt form may begin
    const choices = new Map();
    for (const term of terms) {
      for (const text of term.choices) {
        if (!choices.has(text)) choices.set(text, { ...choiceOf(text), terms: [] });
        choices.get(text).terms.push(term);
      }
    }
    for (const choice of choices.values()) {
      const { word, most, isBeginning } = choice;
      put(this.exact, word, choice);
      if (isBeginning) put(this.beginnings, word, choice);
      if (most) this.marked.push(choice);
      // A misspelt word begins as it should, or has lost its first letter: “nife”.
      if (word.length >= TELLING) new Set([word[0], word[1]]).forEach((letter) => put(this.telling, letter, choice));
    }
  }

  /** The terms that a word fits in one of its forms. */
  fitting(forms, isStrange) {
    const terms = new Set();
    const take = (choices = []) => choices.forEach((choice) => choice.terms.forEach((term) => terms.add(term)));
    for (const form of forms) {
      take(this.exact.get(form));
      for (let length = 1; length <= form.length; length++) take(this.beginnings.get(form.slice(0, length)));
      take(this.marked.filter((choice) => isNearly(choice, form, choice.most)));
      if (isStrange) take(this.telling.get(form[0])?.filter((choice) => isNearly(choice, form, Math.max(choice.most, 1))));
    }
    return terms;
  }
}

function put(map, key, value) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}

/** The words of a question, each as it may be meant: “can’t” is `cant`, and “mae’n” is `maen` or `mae`. */
function said(question) {
  const plain = fold(question.slice(0, MOST_SIGNS)).replace(/[’‘\u02bc]/g, "'").replace(/[\u00ad\u200b]/g, "");
  return (plain.match(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu) ?? []).slice(0, MOST_WORDS).map((word) => {
    const parts = word.split("'").filter((each) => each.length > 1);
    return [word.replaceAll("'", ""), ...parts];
  });
}

function choiceOf(text) {
  const word = text.replace(/^~|\*$/g, "");
  const most = text.startsWith("~") ? (word.length < LONG ? 1 : MISSPELT) : 0;
  return { word, most, isBeginning: text.endsWith("*") };
}

/** The places of the words of a pattern, when all are among a few that follow each other and none of those that must not be there; otherwise none. */
function placesNear(terms, found) {
  const places = [];
  for (const term of terms) {
    if (term.isNot) continue;
    if (!found.has(term)) return [];
    places.push(found.get(term));
  }
  for (const from of places[0]) {
    const near = (others = []) => others.find((place) => Math.abs(place - from) < NEAR && (place !== from || others === places[0]));
    const chosen = [from, ...places.slice(1).map(near)];
    if (!chosen.includes(undefined) && !terms.some((term) => term.isNot && near(found.get(term)) !== undefined)) return chosen;
  }
  return [];
}

/** Is a form a choice with at most so many letters apart? */
function isNearly({ word, isBeginning }, form, apart) {
  if ((form[0] !== word[0] && form[0] !== word[1]) || form.length < word.length - apart) return false;
  const lengths = isBeginning ? [word.length - 1, word.length, word.length + 1] : [form.length];
  return lengths.some((length) => form.length >= length && distance(form.slice(0, length), word, apart) <= apart);
}
