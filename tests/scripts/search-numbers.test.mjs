// A telephone number is found however it is typed: with spaces or without, from abroad, in a sentence, with a zero in brackets.
import assert from "node:assert/strict";
import test from "node:test";

import { Numbers } from "../../theme/assets/search-numbers.js";

const TABLE = { code: "44", prefix: "0", file: "en/numbers.json" };
const FILE = { pages: { 2920180123: "one", 2920180999: "one two", 116123: "three" }, former: "2920180999" };

function asked(question, file = FILE, table = TABLE) {
  return new Numbers(table, async () => file, (id) => id).of(question);
}

test("each way to write a number leads to its pages", async () => {
  for (const typed of ["029 2018 0123", "02920180123", "029-2018-0123", "(029) 2018 0123", "+44 29 2018 0123", "+44 (0)29 2018 0123", "0044 29 2018 0123", "+442920180123", "2920180123", "who is 029 2018 0123?"]) {
    assert.deepEqual(await asked(typed), { pages: ["one"], isFormer: false }, typed);
  }
  assert.deepEqual((await asked("116 123")).pages, ["three"]);
});

test("a former number leads to whoever had it, and says so", async () => {
  assert.deepEqual(await asked("029 20 18 09 99"), { pages: ["one", "two"], isFormer: true });
});

test("what is no number of the site is asked like any other question", async () => {
  for (const typed of ["029 2018 0124", "adoption 2024 2025", "letterbox", "16", "+", "constructor", "__proto__ 123"]) {
    assert.equal(await asked(typed), undefined, typed);
  }
  assert.equal(await asked("029 2018 0123", FILE, null), undefined);
});

test("the file is read once, and only for a question with a number in it", async () => {
  let read = 0;
  const numbers = new Numbers(TABLE, async () => (read++, FILE), (id) => id);
  await numbers.of("letterbox");
  assert.equal(read, 0);
  await numbers.of("029 2018 0123");
  await numbers.of("029 2018 0999");
  assert.equal(read, 1);
});

test("a file that could not be fetched is fetched again by the next question", async () => {
  const answers = [() => Promise.reject(new Error("503")), async () => FILE];
  const numbers = new Numbers(TABLE, () => answers.shift()(), (id) => id);
  await assert.rejects(numbers.of("029 2018 0123"));
  assert.ok(await numbers.of("029 2018 0123"));
});
