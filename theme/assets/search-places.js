// Whether a question holds a postcode or the name of a place: then the finder answers it, above the results.

import { byName, namesOf, plain } from "./find-name.js";
import { lookUp } from "./find-postcode.js";

const POSTCODE = /\b[A-Z]{1,2}[0-9][A-Z0-9]?\s*[0-9][A-Z]{2}\b/i;
const BEGINNING = /^[A-Z]{1,2}[0-9][A-Z0-9]?(?:\s*[0-9][A-Z]{0,2})?$/i;
const MOST_WORDS = 4; // of a name
const LONG = 8; // letters of a name that is hardly anything else

export class Places {
  /** `files` have the names of places and the postcodes; `before` are words after which a place may stand, `tellsLittle` knows those beside which it is the question. */
  constructor({ files, before, read, tellsLittle, unmutated }) {
    this.files = files;
    this.tables = new Map();
    this.before = new Set(before.map(plain));
    this.read = read;
    this.tellsLittle = tellsLittle;
    this.unmutated = unmutated;
  }

  /**
   * The place of a question, as `find-postcode.js` or `find-name.js` answers, with the ids of its authorities; otherwise undefined.
   */
  async of(question) {
    if (!this.files.names) return undefined;
    const typed = POSTCODE.exec(question)?.[0] ?? BEGINNING.exec(question)?.[0];
    if (typed) {
      const { table, ids } = await this.#table("postcodes");
      const postcode = lookUp(table, typed);
      return { postcode, ids: postcode.is === "here" ? postcode.codes.map((code) => ids[code]) : [] };
    }
    const { names, ids } = await this.#table("names");
    const name = this.#named(names, question);
    return name && { name, ids: name.exact.map((code) => ids[code]) };
  }

  #table(name) {
    if (!this.tables.has(name)) this.tables.set(name, this.read(this.files[name]).then((read) => ({ ...read, names: read.places && namesOf(read.places) })));
    return this.tables.get(name);
  }

  #named(names, question) {
    const words = plain(question).split(" ");
    const known = this.#known(names);
    for (let length = Math.min(MOST_WORDS, words.length); length; length--) {
      for (let from = 0; from + length <= words.length; from++) {
        const said = words.slice(from, from + length).join(" ");
        const others = [...words.slice(0, from), ...words.slice(from + length)];
        const isPlace = others.every(this.tellsLittle) || this.before.has(words[from - 1]) || (said.length >= LONG && length === 1);
        const meant = isPlace && [said, ...this.unmutated(said)].find((each) => known.has(each));
        if (meant) return byName(names, meant);
      }
    }
    return undefined;
  }

  #known(names) {
    this.every ??= new Set(names.flatMap((area) => area.names.map((name) => name.plain)));
    return this.every;
  }
}
