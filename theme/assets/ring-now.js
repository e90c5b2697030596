// Whom to ring at this moment: of the lines by day and at night the one that answers now comes first and is marked.
//
// Without this script both stand there, each with its hours before its number. `data-hours` of a way and `data-words` are those of
// open-now.js, which knows the clock. A way without hours is one of which no source says any.
//
// Importing this module outside a page does nothing; tests/scripts/ring-now.test.mjs calls `wayAt`.

import { sentence, stateAt } from "./open-now.js";

const MINUTE = 60_000;

/**
 * Which way answers: "by-day", "at-night", "instead" when both are closed, or null when nobody knows. Each of `byDay` and `atNight` is what
 * `stateAt` says of it, or null without hours. A line for the night is there for whenever the other is closed, and on public holidays of
 * which nothing is known: it needs no hours of its own for that.
 */
export function wayAt(byDay, atNight) {
  if (byDay?.state === "open") return "by-day";
  if (atNight?.state === "open") return "at-night";
  const isOff = byDay?.state === "closed" || byDay?.state === "holiday";
  if (isOff && (!atNight || atNight.state === "holiday")) return "at-night";
  return byDay?.state === "closed" && atNight?.state === "closed" ? "instead" : null;
}

/** Put the ways of a list in order, and say how each stands. What has the focus is not moved. */
export function show(list) {
  const { zone, words } = list.dataset;
  const way = (name) => list.querySelector(`[data-way="${name}"]`);
  const state = (name) => {
    const hours = way(name)?.dataset.hours;
    return hours ? stateAt(JSON.parse(hours), zone, new Date()) : null;
  };
  const [byDay, atNight] = [state("by-day"), state("at-night")];
  const answers = wayAt(byDay, atNight);
  for (const each of list.querySelectorAll("[data-way]")) each.querySelector("[data-mark]").hidden = each.dataset.way !== answers;
  say(way("by-day"), byDay, JSON.parse(words));
  say(way("at-night"), !byDay && atNight?.state === "closed" ? atNight : null, JSON.parse(words));
  const [first, second] = answers === "at-night" ? ["at-night", "by-day"].map(way) : ["by-day", "at-night"].map(way);
  if (first && second && first.nextElementSibling !== second) {
    if (second.contains(document.activeElement)) second.before(first);
    else first.after(second);
  }
}

/** How a way stands, or nothing. */
function say(way, state, words) {
  const line = way?.querySelector("[data-state]");
  if (!line) return;
  const said = state ? sentence(state, words) : "";
  if (line.textContent !== said) line.textContent = said;
  line.hidden = !said;
}

if (globalThis.document) {
  const showAll = () => document.querySelectorAll("[data-ring-now]").forEach(show);
  showAll();
  setInterval(showAll, MINUTE);
  document.addEventListener("visibilitychange", showAll);
}
