// Best bets: most of what a question tells has to be in a saying.
import assert from "node:assert/strict";
import test from "node:test";

import { bestBets, sayingOf, waysToAsk } from "../../theme/assets/search-phrases.js";
import { wordsOf } from "../../theme/assets/search-words.js";

const words = (text) => wordsOf(text, new Set());
const PASSED_OVER = new Set(["my", "is", "can", "was", "being", "who", "the", "of"]);
const COMMON = new Set(["adopt", "adopted", "child"]);
const stem = (word) => word.replace(/ed$/, "");
const knows = {
  telling: (these) => these.filter((word) => !PASSED_OVER.has(word)),
  same: (one, other) => stem(one) === stem(other),
  weight: (word) => (COMMON.has(word) ? 1 / 3 : 1),
};
const bet = (id, ...queries) => ({ queries: queries.map((query) => sayingOf(query, words)), pages: [{ id }], without: [] });
const BETS = [
  bet("adopting", "adopt a child"),
  bet("who", "who can adopt"),
  bet("parents", "+my child +was adopted", "stop adopted"),
  bet("therapy", "fasd"),
];
const best = (question) => bestBets([words(question)], BETS, knows).map(({ pages: [{ id }] }) => id);

test("two words that everybody types are not most of a question", () => {
  assert.deepEqual(best("can i stop my child being adopted"), ["parents"]);
  assert.deepEqual(best("my adopted child hits his sister"), []);
  assert.deepEqual(best("adopt a child"), ["adopting"]);
});

test("a word in just this form comes before a form of it", () => {
  assert.deepEqual(best("my child was adopted"), ["parents", "adopting"]);
  assert.deepEqual(best("adopt child"), ["adopting"]);
});

test("words that a hyphen joins stand next to each other", () => {
  const bets = [bet("parent", "foster +carer adopt +my-child")];
  const found = (question) => bestBets([words(question)], bets, knows).length;
  assert.equal(found("foster carer can adopt my child"), 1);
  assert.equal(found("foster carer can adopt my foster child"), 0);
  assert.deepEqual(sayingOf("+fi’n-maethu mab", words), { words: ["fi", "maethu", "mab"], exactly: [["fi", "maethu"]] });
});

test("one word that tells nearly all is enough", () => {
  assert.deepEqual(best("fasd adopted"), ["therapy"]);
  assert.deepEqual(best("fasd school"), []);
});

test("a saying is known in a form that was changed", () => {
  const synonyms = [[[["pres"]], [["arian"]]]];
  assert.deepEqual(waysToAsk(["bres"], synonyms, (typed, word) => typed.replace(/^b/, "p") === word), [["arian"], ["bres"]]);
  assert.deepEqual(waysToAsk(["bres"], synonyms), [["bres"]]);
});
