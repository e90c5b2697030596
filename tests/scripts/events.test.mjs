// What theme/assets/events.js takes away and shows at a moment.
import assert from "node:assert/strict";
import test from "node:test";

import { moveOn } from "../../theme/assets/events.js";

/** A page with a list of dates, the words for when none is left, and words that are true from a moment. */
function pageAt(now, ...over) {
  const dates = over.map((moment) => ({ dataset: { over: moment }, remove() { dates.splice(dates.indexOf(this), 1); } }));
  const words = { hidden: true };
  const list = { hidden: false, querySelector: () => dates[0] ?? null, parentElement: { querySelector: () => words } };
  const shown = { dataset: { shownFrom: over.at(-1) }, hidden: true };
  const found = { "[data-over]": () => [...dates], "[data-shown-from]": () => [shown], "[data-dates]": () => [list] };
  moveOn({ querySelectorAll: (selector) => found[selector]() }, Date.parse(now));
  return { left: dates.map(({ dataset }) => dataset.over), list: !list.hidden, words: !words.hidden, shown: !shown.hidden };
}

const [FIRST, LAST] = ["2026-01-20T20:30:00Z", "2026-02-12T00:00:00Z"];

test("a date goes at the moment at which it is over", () => {
  assert.deepEqual(pageAt("2026-01-20T20:29:59Z", FIRST, LAST), { left: [FIRST, LAST], list: true, words: false, shown: false });
  assert.deepEqual(pageAt("2026-01-20T20:30:00Z", FIRST, LAST), { left: [LAST], list: true, words: false, shown: false });
});

test("where none is left, the page says so", () => {
  assert.deepEqual(pageAt("2026-02-12T00:00:00Z", FIRST, LAST), { left: [], list: false, words: true, shown: true });
});
