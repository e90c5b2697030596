// Which line answers, of one by day and one at night: theme/assets/ring-now.js. What the clock says is tested with open-now.js.
import assert from "node:assert/strict";
import test from "node:test";

import { wayAt } from "../../theme/assets/ring-now.js";

const OPEN = { state: "open", closes: 1020 };
const CLOSED = { state: "closed" };
const HOLIDAY = { state: "holiday" };
const UNKNOWN = { state: "unknown" };

test("the line by day goes before that at night while both are open", () => {
  assert.equal(wayAt(OPEN, null), "by-day");
  assert.equal(wayAt(OPEN, OPEN), "by-day");
});

test("a line for the night needs no hours of its own when the other is closed", () => {
  assert.equal(wayAt(CLOSED, null), "at-night");
  assert.equal(wayAt(CLOSED, OPEN), "at-night");
});

test("on a public holiday of which nothing is known it is the night's line", () => {
  assert.equal(wayAt(HOLIDAY, null), "at-night");
  assert.equal(wayAt(HOLIDAY, OPEN), "at-night");
  assert.equal(wayAt(CLOSED, HOLIDAY), "at-night");
  assert.equal(wayAt(HOLIDAY, CLOSED), null);
});

test("when both are closed somebody else is rung", () => assert.equal(wayAt(CLOSED, CLOSED), "instead"));

test("where nobody knows, nothing is claimed", () => {
  assert.equal(wayAt(null, null), null);
  assert.equal(wayAt(null, CLOSED), null);
  assert.equal(wayAt(null, HOLIDAY), null);
  assert.equal(wayAt(UNKNOWN, null), null);
  assert.equal(wayAt(UNKNOWN, UNKNOWN), null);
});

test("hours of the night alone are enough to say that it is open", () => assert.equal(wayAt(null, OPEN), "at-night"));
