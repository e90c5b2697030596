// The order of what was found.

import { fold } from "./spelling.js";

const BACKGROUND = 0.25; // what a page about how the service is run counts, where nobody asked for that
const ACCENTS = 1.3; // how much more a title or summary counts that has a word with the accents that were typed

/**
 * Pages in order: first those that have every word, then those that have most of them, last those where a word is only the beginning of one.
 * Within these, pages that help come before those about how the service is run, unless that was asked for.
 */
export function ranked(pages, { background, isBackgroundAsked }) {
  const weighed = pages.map((page) => ({
    ...page,
    score: page.score * (!isBackgroundAsked && background.has(page.id) ? BACKGROUND : 1),
  }));
  return weighed.sort(inOrder);
}

/** For `sort`. */
export function inOrder(one, other) {
  return tier(one) - tier(other) || other.score - one.score;
}

function tier({ isBeginning, isPartial }) {
  return isBeginning ? 2 : isPartial ? 1 : 0;
}

/**
 * How much more a page counts for its title: the more of it was asked for, the more the page is about it; and for a word that it shows with
 * the very accents that were typed. `typed` are the words of the question with their accents, `shown` those of title and summary.
 */
export function weightOf({ asked, title, typed, shown }) {
  const exact = typed.some((word) => shown.has(word) && word !== fold(word));
  return (1 + asked / (title || 1)) * (exact ? ACCENTS : 1);
}
