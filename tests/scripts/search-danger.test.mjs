// Words of danger: the forms that people type, and words that only look like them.
import assert from "node:assert/strict";
import test from "node:test";

import { Danger } from "../../theme/assets/search-danger.js";

const BEFORE = { nh: ["t"], d: ["t"], n: ["d"], l: ["ll", "gl"] };
const danger = new Danger({
  pages: { cy: { url: "/cy/cymorth/" }, en: { url: "/en/help/" } },
  grammars: [
    { before: BEFORE, words: [["taro fy/fi"], ["lladd hun", "~hunanladd*"]] },
    { before: {}, words: [["attack* me/mum"], ["~suicid*", "cant go on", "self harm*"]] },
  ],
});

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
    assert.deepEqual(danger.pageFor(question, "en"), { url: "/en/help/" });
    assert.deepEqual(danger.pageFor(question, "cy"), { url: "/cy/cymorth/" });
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
  test(`nobody is in danger: ${question.slice(0, 40)}`, () => assert.equal(danger.pageFor(question, "en"), undefined));
}

test("it is known of which danger a question speaks, whatever its language", () => {
  assert.deepEqual(danger.kindsIn("child is attacking me"), [0]);
  assert.deepEqual(danger.kindsIn("hunanladiad"), [1]);
  assert.deepEqual(danger.kindsIn("he attacked me and i can't go on"), [0, 1]);
  assert.deepEqual(danger.kindsIn("go on holiday"), []);
});

test("a question of any length is looked at quickly: no more than its beginning", () => {
  assert.equal(danger.isIn("a ".repeat(50_000)), false);
  assert.equal(danger.isIn(`${"x".repeat(100_000)} suicide`), false);
});
