// Which area somebody means by the name of it or of a place in it: in any language of the site, with or without accents, mutated or misspelt.

import { distance, fold } from "./spelling.js";

const MOST_SIGNS = 60; // of a name: no place has a longer one that people would type

// How many letters may be wrong: one in a short name, and enough for “Nghaerdydd” in a long one.
const wrongAtMost = (name) => (name.length < 5 ? 1 : name.length < 7 ? 2 : 3);

/** What `byName` looks through: `areas` is a list of `[names, codes]`, with the names in every language. */
export function namesOf(areas) {
  return areas.map(([names, codes]) => ({ codes, names: names.map((name) => ({ name, plain: plain(name) })) }));
}

/**
 * The areas that a name can mean, best first: `{exact: [code], near: [code], shown}`, where `shown` is the name as it is written.
 * Several exact ones are several places of that name, or one that is in several areas.
 */
export function byName(areas, typed) {
  const meant = meantBy(typed);
  if (!meant) return { exact: [], near: [], shown: "" };
  const exact = byExactName(areas, typed);
  if (exact) return exact;
  const near = areas
    .map(({ names, codes }) => nearest(names, codes, meant))
    .filter(({ apart }) => apart <= wrongAtMost(meant))
    .sort((one, other) => one.apart - other.apart);
  const best = near.filter(({ apart }) => apart < near[0].apart + 1);
  return { exact: [], near: [...new Set(best.flatMap(({ codes }) => codes))], shown: best[0]?.name ?? "" };
}

/** The same where a name is just this one; otherwise undefined. */
export function byExactName(areas, typed) {
  const meant = meantBy(typed);
  const exact = areas.flatMap(({ names, codes }) => names.filter((name) => name.plain === meant).map(({ name }) => ({ name, codes })));
  return exact.length ? { exact: [...new Set(exact.flatMap(({ codes }) => codes))], near: [], shown: exact[0].name } : undefined;
}

/** Lower case, without accents, signs and double spaces. */
export function plain(name) {
  return fold(name).replace(/[^\p{L}]+/gu, " ").trim();
}

function meantBy(typed) {
  return plain(typed.slice(0, MOST_SIGNS));
}

function nearest(names, codes, meant) {
  const found = names.flatMap(({ name, plain: whole }) => ends(whole).map((end) => ({ name, codes, apart: apartFrom(end, meant) })));
  return found.reduce((best, each) => (each.apart < best.apart ? each : best));
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
