// What is past goes, also from a page that has not been built again: each date says from which moment it is over (`data-over`, ISO 8601).
// Where no date is left in a list (`data-dates`), the words for that (`data-no-dates`, beside it) are shown; and what is only true once
// something is over is shown from then (`data-shown-from`).
//
// Importing this module outside a page does nothing; tests/scripts/events.test.mjs calls `moveOn`.

/** Take away what is over, and show what is true now. `now` is in milliseconds, as `Date.now()` gives it. */
export function moveOn(page, now) {
  for (const each of page.querySelectorAll("[data-over]")) if (Date.parse(each.dataset.over) <= now) each.remove();
  for (const each of page.querySelectorAll("[data-shown-from]")) each.hidden = now < Date.parse(each.dataset.shownFrom);
  for (const list of page.querySelectorAll("[data-dates]")) {
    if (list.querySelector("[data-over]")) continue;
    list.hidden = true;
    const words = list.parentElement.querySelector("[data-no-dates]");
    if (words) words.hidden = false;
  }
}

if (globalThis.document) moveOn(document, Date.now());
