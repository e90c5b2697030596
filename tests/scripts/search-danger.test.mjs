// Words of danger: the forms that people type, and words that only look like them.
import assert from "node:assert/strict";
import test from "node:test";

import { Danger } from "../../theme/assets/search-danger.js";

const BEFORE = { nh: ["t"], d: ["t"], n: ["d"], l: ["ll", "gl"] };
const danger = new Danger({
  pages: { cy: { url: "/cy/cymorth/" }, en: { url: "/en/help/" } },
  grammars: [
    { before: BEFORE, groups: {}, words: [["taro fy/fi"], ["lladd hun", "~hunanladd*"]] },
    { before: {}, groups: { strikes: "attack*/punch*/hit/knife", me: "me/mum" }, words: [["@strikes @me -song"], ["~suicid*", "cant go on", "self harm*"]] },
  ],
});
const pageFor = (question, language) => (danger.isIn(question) ? danger.pageIn(language) : undefined);

for (const question of [
  "child is attacking me",
  "My son attacked his mum!",
  "mae fy mhlentyn yn fy nharo",
  "mae'n fy nharo i",
  "am ladd ei hun",
  "suicide",
  "suicdal",
  "hunanladiad",
  "i can’t go on",
  "SELF-HARM",
  `${"and so it went ".repeat(20)} then he attacked me`,
]) {
  test(`help comes first: ${question.slice(-60)}`, () => {
    assert.deepEqual(pageFor(question, "en"), { url: "/en/help/" });
    assert.deepEqual(pageFor(question, "cy"), { url: "/cy/cymorth/" });
  });
}

for (const question of [
  "attachment to me",
  "attack",
  "self employed",
  "go on holiday",
  "suite",
  "",
  "'",
  `attacked ${"and then nothing happened at all ".repeat(3)} me`,
]) {
  test(`nobody is in danger: ${question.slice(0, 40)}`, () => assert.equal(pageFor(question, "en"), undefined));
}

test("it is known of which danger a question speaks, whatever its language", async () => {
  assert.deepEqual(await danger.kindsIn("child is attacking me"), [0]);
  assert.deepEqual(await danger.kindsIn("hunanladiad"), [1]);
  assert.deepEqual(await danger.kindsIn("he attacked me and i can't go on"), [0, 1]);
  assert.deepEqual(await danger.kindsIn("go on holiday"), []);
  assert.deepEqual(await danger.kindsIn("a hit song for me"), []);
});

const typed = { pages: {}, grammars: [{ before: {}, groups: {}, words: [["punch* me", "knife him"]] }], known: { asked: 1, files: ["0"] } };
const having = (bits) => async () => ({ bits: btoa(bits) });
const NO_WORD = "\0".repeat(8);
const EVERY_WORD = "\xff".repeat(8);

test("a word that no dictionary has may be a misspelt one", async () => {
  const misspelt = new Danger(typed, having(NO_WORD));
  for (const question of ["he puches me", "he pucnhes me", "a nife in him"]) {
    assert.equal(misspelt.isIn(question), false, question);
    assert.deepEqual(await misspelt.kindsIn(question), [0], question);
  }
  assert.deepEqual(await misspelt.kindsIn("he lunches with me"), []);
});

test("a word of a dictionary is never taken for another", async () => {
  assert.deepEqual(await new Danger(typed, having(EVERY_WORD)).kindsIn("he bunches up to me"), []);
  assert.deepEqual(await new Danger(typed, having(EVERY_WORD)).kindsIn("he puches me"), []);
});

test("where the dictionaries cannot be read help comes once too often", async () => {
  const unread = new Danger(typed, () => Promise.reject(new Error("404")));
  assert.deepEqual(await unread.kindsIn("he puches me"), [0]);
  assert.deepEqual(await unread.kindsIn("he likes me"), []);
});

test("a question of any length is looked at quickly: no more than its beginning", () => {
  assert.equal(danger.isIn("a ".repeat(50_000)), false);
  assert.equal(danger.isIn(`${"x".repeat(100_000)} suicide`), false);
});
