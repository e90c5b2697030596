// The order of what was found.
import assert from "node:assert/strict";
import test from "node:test";

import { ranked, weightOf } from "../../theme/assets/search-ranking.js";

const background = new Set(["board"]);
const order = (pages, isBackgroundAsked = false) => ranked(pages, { background, isBackgroundAsked }).map(({ id }) => id);

test("pages that help come before how the service is run, unless that was asked for", () => {
  const pages = [{ id: "board", score: 2 }, { id: "help", score: 1 }];
  assert.deepEqual(order(pages), ["help", "board"]);
  assert.deepEqual(order(pages, true), ["board", "help"]);
});

test("what is only the beginning of a word comes last", () => {
  const pages = [{ id: "beginning", score: 9, isBeginning: true }, { id: "some", score: 5, isPartial: true }, { id: "all", score: 1 }];
  assert.deepEqual(order(pages), ["all", "some", "beginning"]);
});

test("the accents that were typed count", () => {
  const of = (typed, shown) => weightOf({ asked: 1, title: 2, typed, shown: new Set(shown) });
  assert.ok(of(["tâl"], ["tâl"]) > of(["tâl"], ["tal"]));
  assert.equal(of(["tal"], ["tal"]), of(["tal"], ["tâl"]));
});
