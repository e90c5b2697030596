// Whether somebody who asks may be in danger: then help comes first, before any index is there.

import { KnownWords } from "./search-known.js";
import { Patterns } from "./search-patterns.js";

export class Danger {
  /** `table` is `search/danger.json`; `read` gets one of the files that it names. */
  constructor({ pages, grammars, known }, read) {
    this.pages = pages;
    this.grammars = grammars;
    this.patterns = grammars.map(({ before, groups, words }) => new Patterns({ before, groups, kinds: words }));
    this.known = known && new KnownWords(known, read);
  }

  /** The page with help, in the language of a page. */
  pageIn(language) {
    return this.pages[language];
  }

  /** Does a question, as it stands so far, speak of danger in any language? */
  isIn(question) {
    return this.#kinds(question).length > 0;
  }

  /**
   * Which kinds of danger a question speaks of, in any language: their places in data/search/words.yml. A word that no dictionary has may be
   * a misspelt one. When the dictionaries cannot be read it is taken for one.
   */
  async kindsIn(question) {
    const kinds = this.#kinds(question);
    if (kinds.length || !this.known) return kinds;
    const strange = this.patterns.map((patterns) => patterns.strangeIn(question));
    if (!this.#kinds(question, strange.map(placesOf)).length) return kinds;
    return this.#kinds(question, await Promise.all(strange.map(async (words) => placesOf(await this.#unknown(words)))));
  }

  async #unknown(words) {
    const isKnown = async ({ forms }) => (await Promise.all(forms.map((form) => this.known.has(form)))).includes(true);
    const known = await Promise.all(words.map((word) => isKnown(word).catch(() => false)));
    return words.filter((_, place) => !known[place]);
  }

  #kinds(question, strange = []) {
    const said = this.patterns.map((patterns, place) => patterns.placesIn(question, strange[place]));
    return (said[0] ?? []).flatMap((_, kind) => (said.some((own) => own[kind].size) ? [kind] : []));
  }
}

function placesOf(words) {
  return new Set(words.map(({ place }) => place));
}
