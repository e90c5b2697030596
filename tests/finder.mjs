// Runs the finder's own scripts outside a browser: reads questions from standard input and writes the answers.

import { readFileSync } from "node:fs";

import { byName, namesOf } from "../theme/assets/find-name.js";
import { lookUp } from "../theme/assets/find-postcode.js";

const { table, typed = [], exact = [], areas = [], names = [] } = JSON.parse(readFileSync(0, "utf8"));

const answers = {
  typed: typed.map((text) => lookUp(table, text)),
  names: names.map((name) => byName(namesOf(areas), name)),
  // Postcodes with their authorities, "" for none: only those that come out otherwise are told.
  wrong: exact.filter(([postcode, code]) => {
    const { is, codes } = lookUp(table, postcode);
    return code ? is !== "here" || codes[0] !== code : is !== "elsewhere";
  }),
};
process.stdout.write(JSON.stringify(answers));
