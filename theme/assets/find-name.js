// Which area somebody means by a name: in any language of the site, with or without accents, mutated or misspelt.

import { distance, fold } from "./spelling.js";

// How many letters may be wrong: one in a short name, and enough for “Nghaerdydd” in a long one.
const wrongAtMost = (name) => (name.length < 5 ? 1 : name.length < 7 ? 2 : 3);

/**
 * The areas that a name can mean, best first: `{exact: [code], near: [code]}`.
 * `areas` is a list of `{code, names}`, with the names in every language.
 */
export function byName(areas, typed) {
  const meant = plain(typed);
  if (!meant) return { exact: [], near: [] };
  const exact = areas.filter(({ names }) => names.some((name) => plain(name) === meant));
  if (exact.length) return { exact: exact.map(({ code }) => code), near: [] };
  const near = areas
    .map(({ code, names }) => ({ code, apart: Math.min(...names.flatMap((name) => ends(plain(name)).map((end) => apartFrom(end, meant)))) }))
    .filter(({ apart }) => apart <= wrongAtMost(meant))
    .sort((one, other) => one.apart - other.apart);
  return { exact: [], near: near.filter(({ apart }) => apart < near[0].apart + 1).map(({ code }) => code) };
}

/** Lower case, without accents, signs and double spaces. */
export function plain(name) {
  return fold(name).replace(/[^\p{L}]+/gu, " ").trim();
}

/** A name from each of its words on: “Sir Ddinbych” and “Ddinbych”. */
function ends(name) {
  const words = name.split(" ");
  return words.map((_, index) => words.slice(index).join(" "));
}

/** How many letters are wrong; less than one when only the end is missing. */
function apartFrom(name, meant) {
  if (meant.length > 2 && `${name} `.startsWith(`${meant} `)) return 0.25;
  if (meant.length > 2 && name.startsWith(meant)) return 0.5;
  return distance(name, meant, wrongAtMost(meant));
}
