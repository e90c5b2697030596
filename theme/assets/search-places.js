// Whether a question holds a postcode or the name of a place: then the finder answers it, above the results.

import { byExactName, namesOf, plain } from "./find-name.js";
import { keptIn } from "./search-kept.js";

const POSTCODE = /\b[A-Z]{1,2}[0-9][A-Z0-9]?\s*[0-9][A-Z]{2}\b/i;
const BEGINNING = /^[A-Z]{1,2}[0-9][A-Z0-9]?(?:\s*[0-9][A-Z]{0,2})?$/i;
const MOST_WORDS = 4; // of a name
const LONG = 8; // letters of a name that is hardly anything else

export class Places {
  /** `names` are the files with the names of places, by first letter, `postcodes` is another; `before` are words after which a place may stand, `tellsLittle` knows those beside which it is the question. */
  constructor({ names, postcodes, before, read, tellsLittle, unmutated }) {
    this.names = names;
    this.postcodes = postcodes;
    this.letters = new Map();
    this.tables = new Map();
    this.before = new Set(before.map(plain));
    this.read = read;
    this.tellsLittle = tellsLittle;
    this.unmutated = unmutated;
  }

  /**
   * The place of a question, as `find-postcode.js` or `find-name.js` answers, with the codes of its authorities; otherwise undefined.
   */
  async of(question) {
    if (!this.postcodes) return undefined;
    const typed = postcodeIn(question);
    if (typed) {
      const read = keptIn(this.tables, this.postcodes, () => this.read(this.postcodes));
      const { lookUp } = await import("./find-postcode.js");
      const postcode = lookUp((await read).table, typed);
      return { postcode, codes: postcode.is === "here" ? postcode.codes : [] };
    }
    const name = await this.#named(question);
    return name && { name, codes: name.exact };
  }

  /** Where the whole question may be a name, begin to fetch what says so. */
  fetchAhead(question) {
    const said = plain(question);
    if (!this.postcodes || postcodeIn(question) || !said || said.split(" ").length > MOST_WORDS) return;
    for (const each of [said, ...this.unmutated(said)]) this.#beginningWith(each);
  }

  /** What has the name of a place in a question, the longest first. */
  async #named(question) {
    const meant = [...this.#names(question)].flatMap((said) => [said, ...this.unmutated(said)]);
    const answers = await Promise.all(meant.map(async (said) => byExactName(await this.#beginningWith(said), said)));
    return answers.find(Boolean);
  }

  /** The areas with a name that begins like this one. */
  #beginningWith(name) {
    const file = this.names[/[a-z]/.exec(name)?.[0] ?? "0"];
    return keptIn(this.letters, file, async () => (file ? namesOf((await this.read(file)).places) : []));
  }

  /** What in a question may be the name of a place, for where it stands. */
  *#names(question) {
    const words = plain(question).split(" ").filter(Boolean);
    for (let length = Math.min(MOST_WORDS, words.length); length; length--) {
      for (let from = 0; from + length <= words.length; from++) {
        const said = words.slice(from, from + length).join(" ");
        const others = [...words.slice(0, from), ...words.slice(from + length)];
        const isPlace = others.every(this.tellsLittle) || this.before.has(words[from - 1]) || (said.length >= LONG && length === 1);
        if (isPlace) yield said;
      }
    }
  }
}

/** The postcode in a question, or what a question begins one with. */
function postcodeIn(question) {
  return POSTCODE.exec(question)?.[0] ?? BEGINNING.exec(question)?.[0];
}
