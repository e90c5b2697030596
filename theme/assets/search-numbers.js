// Whether a question is a telephone number: somebody has it from a leaflet or a letter, with spaces or without, with the code of the country or not.

import { keptIn } from "./search-kept.js";

const TYPED = /[+(]?\d[\d\s()./\u2010-\u2013-]*\d/g;
const FEWEST = 3; // digits

export class Numbers {
  /** `table` says what is dialled before a number, and in which file the pages of each are; `pageOf` makes a result of what the index calls one. */
  constructor(table, read, pageOf) {
    this.table = table;
    this.read = read;
    this.pageOf = pageOf;
    this.numbers = new Map();
  }

  /** The pages of a number in a question, and whether it is a former one; otherwise undefined. */
  async of(question) {
    const typed = (question.match(TYPED) ?? []).flatMap((each) => digitsOf(each, this.table ?? {}));
    if (!typed.length || !this.table?.file) return undefined;
    const { pages, former } = await keptIn(this.numbers, this.table.file, () => this.read(this.table.file));
    const found = typed.find((each) => Object.hasOwn(pages, each));
    if (found === undefined) return undefined;
    const ids = pages[found].split(" ").filter(Boolean);
    return { pages: ids.map((id) => this.pageOf(id)), isFormer: former.split(" ").includes(found) };
  }
}

/** The digits that may be a number: as they are typed, as short numbers are, and without what is dialled before it. */
export function digitsOf(typed, { code, prefix }) {
  const digits = typed.replace(/\D/g, "");
  if (digits.length < FEWEST) return [];
  const isWhole = typed.trimStart().startsWith("+") || digits.startsWith(`00${code}`);
  const national = isWhole ? digits.replace(/^00/, "").slice(code.length) : digits;
  const bare = prefix && national.startsWith(prefix) ? national.slice(prefix.length) : national;
  return [...new Set([bare, digits])];
}
