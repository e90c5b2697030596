// However many words have two readings, no combination is made that is not asked.
import assert from "node:assert/strict";
import test from "node:test";

import { searchesFor } from "../../theme/assets/search-ways.js";

test("each way is asked with the first reading of every word, then with one word in another", () => {
  assert.deepEqual(searchesFor([[["a"], ["b", "c"]], [["d"]]], 6), ["a b", "d", "a c"]);
});

test("a word that stands there many times makes no more work", () => {
  let read = 0;
  const word = new Proxy(["tal", "dal", "gal"], {
    get(target, name) {
      if (name === "slice" || name === Symbol.iterator || /^\d+$/.test(String(name))) read++;
      return Reflect.get(target, name);
    },
  });
  const searches = searchesFor([Array(400).fill(word)], 6);
  assert.equal(searches.length, 6);
  assert.ok(read < 4000, `${read} looks`);
});

test("where nothing is known there is nothing to ask", () => assert.deepEqual(searchesFor([[], []], 6), []));
