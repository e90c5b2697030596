// The search of a collection: which parts count how much, and which document comes first.

import assert from "node:assert/strict";
import { test } from "node:test";

import { byWords, Documents } from "../../theme/assets/search-collection.js";

const PAGES = {
  sign: [{ id: "signing", score: 4 }, { id: "writing", score: 4 }],
  agreement: [{ id: "signing", score: 2 }],
  letter: [{ id: "letters", score: 9 }],
};
const term = (word, weight = 1) => ({ word, weight });
const found = async (...ways) => (await byWords(ways, async ({ word }) => PAGES[word] ?? [])).map(({ id }) => id);
const documents = new Documents({ "/contact/": "contact signing writing letters", "/panels/": "panels order", "/reports/": "reports" });
const scored = (scores) => documents.inOrder(Object.entries(scores).map(([id, score]) => ({ id, score })));

test("what has more of the words comes first, and what has one of them is found", async () => {
  assert.deepEqual(await found([term("sign"), term("agreement")]), ["signing", "writing"]);
});

test("a word that tells little counts little", async () => {
  assert.deepEqual(await found([term("letter", 0.1), term("agreement")]), ["signing", "letters"]);
});

test("of several ways to ask, the one that fits best counts", async () => {
  assert.deepEqual(await found([term("nowhere"), term("letter")], [term("letter")]), await found([term("letter")]));
  assert.deepEqual(await found([term("nowhere")]), []);
});

test("a document that is about the question comes before one that mentions it", () => {
  const [first, second] = scored({ order: 8, signing: 6, writing: 5, letters: 4 });
  assert.deepEqual([first.url, first.parts.map(({ id }) => id)], ["/contact/", ["signing", "writing", "letters"]]);
  assert.equal(second.url, "/panels/");
});

test("a document without parts is found by itself, and what hardly counts is left out", () => {
  assert.deepEqual(scored({ reports: 9, signing: 0.2 }), [{ url: "/reports/", score: 9, parts: [], counted: 1 }]);
  assert.deepEqual(scored({}), []);
});
