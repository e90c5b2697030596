// Facts age in public, also on a page that has not been built again: from `data-confirm-from` on it asks people to confirm, and from
// `data-weeks-until` on “(3 weeks ago)” is no longer true and goes. Days are compared as text, year-month-day, in UTC as the build does.
//
// Importing this module outside a page does nothing; tests/scripts/ageing.test.mjs calls `moveOn`; shortlist.js calls it for what it shows of other pages.

/** Show and hide what the day asks for. */
export function moveOn(page, today) {
  for (const each of page.querySelectorAll("[data-confirm-from]")) each.hidden = today < each.dataset.confirmFrom;
  for (const each of page.querySelectorAll("[data-weeks-until]")) each.hidden = today >= each.dataset.weeksUntil;
}

/** The day, as the build counts it. */
export const today = () => new Date().toISOString().slice(0, 10);

if (globalThis.document) moveOn(document, today());
