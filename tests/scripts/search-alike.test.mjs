// Forms of a word in a list: looked up, they are those that a comparison with each word finds.
import assert from "node:assert/strict";
import test from "node:test";

import { Alike } from "../../theme/assets/search-alike.js";
import { Forms } from "../../theme/assets/search-forms.js";
import { Keys } from "../../theme/assets/search-keys.js";

const FILES = {
  "m.json": { keys: "mab mam merch", forms: { merched: "merch", meibion: "mab" } },
  "b.json": { keys: "bab", forms: { babanod: "bab" } },
  "f.json": { keys: "fam", forms: {} },
};
const TABLE = { files: { m: "m.json", b: "b.json", f: "f.json" }, before: { f: ["b", "m"], mh: ["p"] }, endings: [["od", ""]], shortest: 3, mark: "zz" };
const WORDS = ["mam", "fam", "merch", "ferched", "meibion", "bab", "plant", "fab", "babod"];

/** Everything that a list has for each of its words, as it is looked up and as it is compared. */
function asserted(words, grammar) {
  const alike = new Alike(words, grammar);
  for (const word of [...words, "famau"]) {
    assert.deepEqual([...alike.of(word)].sort(), words.filter((each) => grammar.areSame(each, word)).sort(), word);
  }
}

test("by keys and mutations, before and after their tables are read", async () => {
  const keys = new Keys(TABLE, async (file) => FILES[file]);
  asserted(WORDS, keys);
  await keys.load(WORDS);
  asserted(WORDS, keys);
});

test("by endings", () => asserted(["adopted", "adopting", "adoption", "sing", "singing"], new Forms(["ing", "ed"])));

test("what is read later counts from then on", async () => {
  const keys = new Keys(TABLE, async (file) => FILES[file]);
  const alike = new Alike(["merch"], keys);
  assert.deepEqual([...alike.of("ferched")], []);
  await keys.load(["ferched"]);
  assert.deepEqual([...alike.of("ferched")], ["merch"]);
});
