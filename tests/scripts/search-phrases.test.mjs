// Best bets: most of what a question tells has to be in a saying.
import assert from "node:assert/strict";
import test from "node:test";

import { BestBets, longestFirst, sayingOf, waysToAsk } from "../../theme/assets/search-phrases.js";
import { wordsOf } from "../../theme/assets/search-words.js";

const words = (text) => wordsOf(text, new Set());
const PASSED_OVER = new Set(["my", "is", "can", "was", "being", "who", "the", "of"]);
const COMMON = new Set(["adopt", "adopted", "child"]);
const stem = (word) => word.replace(/ed$/, "");
const telling = (these) => {
  const told = these.filter((word) => !PASSED_OVER.has(word));
  return told.length ? told : these;
};
const GRAMMAR = { near: (word) => [stem(word)], before: () => [], edition: 0 };
const weight = (word) => (COMMON.has(word) ? 1 / 3 : 1);
const bet = (id, ...queries) => ({ queries: queries.map((query) => sayingOf(query, words)), pages: [{ id }], without: [] });
const BETS = [
  bet("adopting", "adopt a child"),
  bet("who", "who can adopt"),
  bet("parents", "+my child +was adopted", "stop adopted"),
  bet("therapy", "fasd"),
];
const chosen = (bets, grammar = GRAMMAR) => new BestBets(bets, telling, grammar);
const best = (question) => chosen(BETS).of([words(question)], weight).map(({ pages: [{ id }] }) => id);

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
  const bets = chosen([bet("parent", "foster +carer adopt +my-child")]);
  const found = (question) => bets.of([words(question)], weight).length;
  assert.equal(found("foster carer can adopt my child"), 1);
  assert.equal(found("foster carer can adopt my foster child"), 0);
  assert.deepEqual(sayingOf("+fi’n-maethu mab", words), { words: ["fi", "maethu", "mab"], exactly: [["fi", "maethu"]] });
});

test("one word that tells nearly all is enough", () => {
  assert.deepEqual(best("fasd adopted"), ["therapy"]);
  assert.deepEqual(best("fasd school"), []);
});

test("a saying of words that say nothing is for just these words, and one without any word for none", () => {
  const bets = chosen([bet("who", "who is"), bet("nothing", "")]);
  const found = (question) => bets.of([words(question)], weight).map(({ pages: [{ id }] }) => id);
  assert.deepEqual(found("who is"), ["who"]);
  assert.deepEqual(found("fasd"), []);
});

test("a saying may fit one way to ask and not another", () => {
  const ways = [words("therapy now"), words("fasd now")];
  assert.deepEqual(chosen([bet("typed", "fasd now"), bet("meant", "therapy now")]).of(ways, weight).length, 2);
});

test("a form that becomes known is known from then on", () => {
  const grammar = { ...GRAMMAR };
  const bets = chosen([bet("therapy", "fasd")], grammar);
  const found = () => bets.of([["ffasd"]], weight).length;
  assert.equal(found(), 0);
  Object.assign(grammar, { edition: 1, near: () => ["fasdzz"] });
  assert.equal(found(), 1);
});

test("of what fits as well as another the list has one first", () => {
  const bets = [bet("school", "therapy school"), bet("therapy", "fasd therapy"), bet("none", "fasd letter")];
  assert.deepEqual(chosen(bets).of([words("fasd therapy school")], weight).map(({ pages: [{ id }] }) => id), ["school", "therapy"]);
});

test("a saying is known in a form that was changed", () => {
  const sayings = longestFirst([[[["pres"]], [["arian"]]]]);
  assert.deepEqual(waysToAsk(["bres"], sayings, (typed) => [typed, typed.replace(/^b/, "p")]), [["arian"], ["bres"]]);
  assert.deepEqual(waysToAsk(["bres"], sayings), [["bres"]]);
});

test("of two sayings that share a word the longer one counts, and one without words never", () => {
  const sayings = longestFirst([[[[], ["pres"]], [["arian"]]], [[["pres", "mawr"]], [["grant"]]]]);
  assert.deepEqual(waysToAsk(["pres", "mawr"], sayings), [["grant"], ["pres", "mawr"]]);
});
