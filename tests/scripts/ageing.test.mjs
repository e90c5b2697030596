// What theme/assets/ageing.js shows and hides on a day.
import assert from "node:assert/strict";
import test from "node:test";

import { moveOn } from "../../theme/assets/ageing.js";

function hiddenOn(today) {
  const confirm = { dataset: { confirmFrom: "2026-05-01" }, hidden: true };
  const weeks = { dataset: { weeksUntil: "2025-11-27" }, hidden: false };
  moveOn({ querySelectorAll: (selector) => (selector === "[data-confirm-from]" ? [confirm] : [weeks]) }, today);
  return { confirm: confirm.hidden, weeks: weeks.hidden };
}

test("the days of change", () => {
  assert.deepEqual(hiddenOn("2025-11-26"), { confirm: true, weeks: false });
  assert.deepEqual(hiddenOn("2025-11-27"), { confirm: true, weeks: true });
  assert.deepEqual(hiddenOn("2026-04-30"), { confirm: true, weeks: true });
  assert.deepEqual(hiddenOn("2026-05-01"), { confirm: false, weeks: true });
});
