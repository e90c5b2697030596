// Endings and clitics are those of the language that is searched: the scripts know none of their own.
import assert from "node:assert/strict";
import test from "node:test";

import { Forms } from "../../theme/assets/search-forms.js";
import { wordsOf } from "../../theme/assets/search-words.js";

test("the longest ending is taken off, if four letters are left", () => {
  const forms = new Forms(["s", "ing", "ings", "ed"]);
  assert.equal(forms.stem("meetings"), "meet");
  assert.equal(forms.stem("sing"), "sing");
  assert.ok(forms.areSame("adopted", "adopting"));
  assert.ok(!forms.areSame("adopted", "adoption"));
});

test("a language without endings has words of one form", () => {
  const forms = new Forms([]);
  assert.equal(forms.stem("meetings"), "meetings");
  assert.ok(!forms.areSame("haus", "hause"));
});

test("what hangs on by an apostrophe is what the language says", () => {
  assert.deepEqual(wordsOf("we've a’ch l'école", new Set(["ve"])), ["we", "ch", "ecole"]);
  assert.deepEqual(wordsOf("we've a’ch l'école", new Set(["ch"])), ["we", "ve", "ecole"]);
});
