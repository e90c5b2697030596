// Runs the finder's own scripts outside a browser: `node finder.mjs FOLDER` reads questions from standard input and writes the answers.
// FOLDER holds find-postcode.mjs and find-name.mjs, copies of the theme's files under a name that Node takes for modules.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const folder = pathToFileURL(`${process.argv[2]}/`);
const { lookUp } = await import(new URL("find-postcode.mjs", folder));
const { byName } = await import(new URL("find-name.mjs", folder));
const { table, typed = [], exact = [], areas, names = [] } = JSON.parse(readFileSync(0, "utf8"));

const answers = {
  typed: typed.map((text) => lookUp(table, text)),
  names: names.map((name) => byName(areas, name)),
  // Postcodes with their authorities, "" for none: only those that come out otherwise are told.
  wrong: exact.filter(([postcode, code]) => {
    const { is, codes } = lookUp(table, postcode);
    return code ? is !== "here" || codes[0] !== code : is !== "elsewhere";
  }),
};
process.stdout.write(JSON.stringify(answers));
