// The words and the titles of the site, read when they are needed: for misspelt words, and for someone who is still typing.

import { keptIn } from "./search-kept.js";
import { distance, fold } from "./spelling.js";

const SHORTEST = 4; // letters: a shorter word may be anything
const LONG = 8; // letters, from which two mistakes are mended
const SUGGESTIONS = 6;

export class Spelling {
  /** `read` gets the words and titles of the site, `forms` knows the endings of their language. */
  constructor(read, forms) {
    this.read = read;
    this.forms = forms;
    this.kept = new Map();
  }

  /** Does a word of the site begin like this one, or like what is left of it without its ending? */
  async isBeginning(word) {
    if (word.length < SHORTEST || /\d/.test(word)) return true;
    const { words } = await this.#vocabulary();
    return words.some((each) => each.startsWith(this.forms.stem(word)));
  }

  /** The word of the site that was most likely meant, or the word as it is. */
  async mend(word) {
    if (word.length < SHORTEST || /\d/.test(word)) return word;
    const { words } = await this.#vocabulary();
    const most = word.length >= LONG ? 2 : 1;
    let nearest = word;
    let least = most + 1;
    for (const each of words) {
      const steps = distance(word, each, most);
      if (steps < least || (steps === least && steps <= most && each[0] === word[0] && nearest[0] !== word[0])) {
        nearest = each;
        least = steps;
      }
    }
    return nearest;
  }

  /** Titles that have every word that was typed, each at the beginning of one of theirs. */
  async suggest(question) {
    const { titles } = await this.#vocabulary();
    const typed = fold(question).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    if (!typed.length) return [];
    return titles
      .filter(({ parts }) => typed.every((word) => parts.some((part) => part.startsWith(word))))
      .sort((one, other) => Number(other.plain.startsWith(typed[0])) - Number(one.plain.startsWith(typed[0])))
      .slice(0, SUGGESTIONS);
  }

  #vocabulary() {
    return keptIn(this.kept, "vocabulary", async () => {
      const { words, titles } = await this.read();
      const list = words.split(" ");
      return {
        words: list,
        set: new Set(list),
        titles: titles.map(([title, url, kind]) => {
          const plain = fold(title);
          return { title, url, kind, plain, parts: plain.split(/[^\p{L}\p{N}]+/u) };
        }),
      };
    });
  }
}
