// What theme/assets/record-holdings.js finds.
import assert from "node:assert/strict";
import test from "node:test";

import { fits, openedOf, yearOf } from "../../theme/assets/record-holdings.js";

const COUNCIL = { names: "glamorgan county council cyngor sir forgannwg barry", codes: ["W1", "W2"], until: 1974, kind: "council" };
const SOCIETY = { names: "barnardo s a charity", codes: [], isAnywhere: true, from: 1947, kind: "society" };
const asked = (more) => ({ words: [], codes: [], ...more });

test("nothing that is asked is answered with everything", () => {
  for (const item of [COUNCIL, SOCIETY]) assert.ok(fits(item, asked({})));
});

test("each word begins a word of the names", () => {
  assert.ok(fits(COUNCIL, asked({ words: ["glam", "council"] })));
  assert.ok(!fits(COUNCIL, asked({ words: ["morgan"] })));
  assert.ok(!fits(COUNCIL, asked({ words: ["glamorgan", "borough"] })));
});

test("a place is found by its areas, and whoever may have worked anywhere worked there too", () => {
  const place = asked({ words: ["penarth"], codes: ["W2"] });
  assert.ok(fits(COUNCIL, place));
  assert.ok(fits(SOCIETY, place));
  assert.ok(!fits(COUNCIL, asked({ words: ["penarth"], codes: ["W3"] })));
});

test("a year is within the time of the body, as far as that is known", () => {
  assert.ok(fits(COUNCIL, asked({ year: 1974 })));
  assert.ok(!fits(COUNCIL, asked({ year: 1975 })));
  assert.ok(!fits(SOCIETY, asked({ year: 1946 })));
  assert.equal(yearOf(" 1965 "), 1965);
  for (const text of ["", "196", "abc", "19.5"]) assert.equal(yearOf(text), undefined);
});

test("a kind is one kind", () => {
  assert.ok(!fits(SOCIETY, asked({ kind: "council" })));
});

test("a few are opened, those of the place alone", () => {
  assert.deepEqual(openedOf([COUNCIL, SOCIETY]), [COUNCIL]);
  assert.deepEqual(openedOf([SOCIETY]), [SOCIETY]);
  assert.deepEqual(openedOf([COUNCIL, COUNCIL, COUNCIL, COUNCIL]), []);
});
