// Says whether a contact is open at this moment, on the clock of the place where it is, whatever the visitor's own clock shows.
//
// The hours stand on the page without this script; it adds one line. `data-hours` holds what `generator/drws/domains/directory/contact/opening.py` writes:
// {week: [Monday … Sunday], holidays: {"2026-12-25": …}, until: "2028-12-26"}, each day a list of [opens, closes] in minutes from
// midnight, a public holiday of which nobody knows `null`. `data-words` holds what is said, each of those minutes as a time of day
// included. Days and minutes are those of a wall clock, so hours that pass midnight are two spans that touch, and a change of the clocks
// needs no rule here: only the moment has to be read off the right clock.
//
// Importing this module outside a page does nothing; tests/scripts/open-now.test.mjs calls `stateAt`.

const MIDNIGHT = 24 * 60;
const WEEK = 7;
const MINUTE = 60_000;

/** The day ("2026-12-25") and the minute of a moment on the wall clock of a time zone. */
export function wallClock(moment, zone) {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
  });
  const part = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return { day: `${part.year}-${part.month}-${part.day}`, minute: Number(part.hour) * 60 + Number(part.minute) };
}

/** The day that is so many days later. */
function later(day, days) {
  return new Date(Date.parse(`${day}T00:00Z`) + days * 24 * 60 * MINUTE).toISOString().slice(0, 10);
}

/** 0 for Monday. */
function weekday(day) {
  return (new Date(`${day}T00:00Z`).getUTCDay() + 6) % WEEK;
}

/**
 * What holds at a moment: {state: "open", closes} (minute of the wall clock; none when it does not close within a week),
 * {state: "closed", opens: {days, weekday, minute}} (without `opens` when nobody knows), {state: "holiday"} on a public holiday
 * of which no source says anything, or {state: "unknown"} when the calendar does not reach this far.
 */
export function stateAt({ week, holidays, until }, zone, moment) {
  const now = wallClock(moment, zone);
  const spansOn = (days) => {
    const day = later(now.day, days);
    return day > until ? null : day in holidays ? holidays[day] : week[weekday(day)];
  };
  const today = spansOn(0);
  if (now.day > until) return { state: "unknown" };
  if (today === null) return { state: "holiday" };
  if (today.some(([opens, closes]) => opens <= now.minute && now.minute < closes)) {
    const closes = closing(spansOn, now.minute);
    return closes === null ? { state: "open" } : { state: "open", closes };
  }
  for (let days = 0; days <= WEEK * 4; days += 1) {
    const spans = spansOn(days);
    if (spans === null) break;
    const next = spans.find(([opens]) => days > 0 || opens > now.minute);
    if (next) return { state: "closed", opens: { days, weekday: weekday(later(now.day, days)), minute: next[0] } };
  }
  return { state: "closed" };
}

/** The minute at which hours that are running end, following spans that touch, also over midnight. */
function closing(spansOn, minute) {
  let at = minute;
  for (let days = 0; days <= WEEK; days += 1) {
    const spans = spansOn(days);
    if (spans === null) return null;
    let span;
    while ((span = spans.find(([opens, closes]) => opens <= at && at < closes))) at = span[1];
    if (at < MIDNIGHT) return days > 0 && at === 0 ? MIDNIGHT : at;
    at = 0;
  }
  return null;
}

/** The state in words. `words` are those of the page's language, `words.times` every minute of the hours as a time of day: 4.30pm. */
export function sentence(state, words) {
  const time = (minute) => words.times[minute];
  switch (state.state) {
    case "open":
      return "closes" in state ? words.open_until.replace("{time}", time(state.closes)) : words.open;
    case "closed": {
      if (!state.opens) return words.closed;
      const { days, weekday: number, minute } = state.opens;
      const day = days < 2 ? words.near[days] : days < WEEK ? words.days[number] : null;
      return day ? words.closed_until.replace("{day}", day).replace("{time}", time(minute)) : words.closed;
    }
    case "holiday":
      return words.holiday;
    default:
      return "";
  }
}

function show(line) {
  const { hours, zone, words } = line.dataset;
  const state = stateAt(JSON.parse(hours), zone, new Date());
  const said = sentence(state, JSON.parse(words));
  const place = line.firstElementChild;
  if (place.textContent !== said) place.textContent = said;
  line.dataset.state = state.state;
}

const lines = globalThis.document?.querySelectorAll("[data-open-now]") ?? [];
if (lines.length) {
  const showAll = () => lines.forEach(show);
  showAll();
  setInterval(showAll, MINUTE);
  document.addEventListener("visibilitychange", showAll);
}
