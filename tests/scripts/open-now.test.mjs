// The clock logic of theme/assets/open-now.js at fixed moments: midnight, both changes of the clocks, public holidays.
import assert from "node:assert/strict";
import test from "node:test";

import { sentence, stateAt, wallClock } from "../../theme/assets/open-now.js";

const LONDON = "Europe/London";
const NINE_TO_FIVE = [[540, 1020]];
const OFFICE = { week: [NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, [[540, 990]], [], []], holidays: {}, until: "2028-12-26" };
const at = (hours, moment, zone = LONDON) => stateAt(hours, zone, new Date(moment));
const opens = (days, weekday, minute) => ({ state: "closed", opens: { days, weekday, minute } });

test("it is open from the minute it opens until the minute it closes", () => {
  assert.deepEqual(at(OFFICE, "2026-11-23T08:59:59Z"), opens(0, 0, 540));
  assert.deepEqual(at(OFFICE, "2026-11-23T09:00:00Z"), { state: "open", closes: 1020 });
  assert.deepEqual(at(OFFICE, "2026-11-23T16:59:59Z"), { state: "open", closes: 1020 });
  assert.deepEqual(at(OFFICE, "2026-11-23T17:00:00Z"), opens(1, 1, 540));
});

test("after Friday comes Monday", () => {
  assert.deepEqual(at(OFFICE, "2026-11-27T16:30:00Z"), opens(3, 0, 540));
  assert.deepEqual(at(OFFICE, "2026-11-29T23:59:00Z"), opens(1, 0, 540));
});

test("a lunch break is closed", () => {
  const hours = { ...OFFICE, week: [[[540, 720], [780, 1020]], [], [], [], [], [], []] };
  assert.deepEqual(at(hours, "2026-11-23T12:30:00Z"), opens(0, 0, 780));
  assert.deepEqual(at(hours, "2026-11-23T11:30:00Z"), { state: "open", closes: 720 });
});

test("in summer the clock is an hour ahead of UTC", () => {
  assert.deepEqual(at(OFFICE, "2026-07-06T07:59:00Z"), opens(0, 0, 540));
  assert.deepEqual(at(OFFICE, "2026-07-06T08:00:00Z"), { state: "open", closes: 1020 });
  assert.equal(wallClock(new Date("2026-07-05T23:30:00Z"), LONDON).day, "2026-07-06");
});

test("on the night when the clocks go forward, two o'clock follows one to the minute", () => {
  const night = { ...OFFICE, week: [[], [], [], [], [], [], [[60, 180]]] }; // Sundays, 1 to 3
  assert.equal(at(night, "2026-03-29T00:59:00Z").state, "closed");
  assert.deepEqual(at(night, "2026-03-29T01:00:00Z"), { state: "open", closes: 180 }); // 2:00 by the clock
  assert.equal(at(night, "2026-03-29T02:00:00Z").state, "closed"); // 3:00
});

test("on the night when the clocks go back, the hour from one to two comes twice", () => {
  const night = { ...OFFICE, week: [[], [], [], [], [], [], [[60, 120]]] }; // Sundays, 1 to 2
  assert.equal(at(night, "2026-10-24T23:59:00Z").state, "closed"); // 0:59
  assert.equal(at(night, "2026-10-25T00:30:00Z").state, "open"); // 1:30, summer time
  assert.equal(at(night, "2026-10-25T01:30:00Z").state, "open"); // 1:30, winter time
  assert.equal(at(night, "2026-10-25T02:00:00Z").state, "closed");
});

test("the Monday after a change opens at nine by the new clock", () => {
  assert.equal(at(OFFICE, "2026-03-30T07:59:00Z").state, "closed");
  assert.equal(at(OFFICE, "2026-03-30T08:00:00Z").state, "open");
  assert.equal(at(OFFICE, "2026-10-26T08:59:00Z").state, "closed");
  assert.equal(at(OFFICE, "2026-10-26T09:00:00Z").state, "open");
});

test("hours over midnight are one span", () => {
  const night = [[0, 510], [1020, 1440]];
  const hours = { ...OFFICE, week: [night, night, night, night, night, night, night] };
  assert.deepEqual(at(hours, "2026-11-23T23:59:00Z"), { state: "open", closes: 510 });
  assert.deepEqual(at(hours, "2026-11-24T00:00:00Z"), { state: "open", closes: 510 });
  assert.deepEqual(at(hours, "2026-11-24T08:30:00Z"), opens(0, 1, 1020));
});

test("what closes at midnight says so, and what never closes says nothing about closing", () => {
  const evening = { ...OFFICE, week: [[[1020, 1440]], [], [], [], [], [], []] };
  assert.deepEqual(at(evening, "2026-11-23T20:00:00Z"), { state: "open", closes: 1440 });
  assert.deepEqual(at(evening, "2026-11-24T00:00:00Z"), opens(6, 0, 1020));
  const always = { ...OFFICE, week: Array(7).fill([[0, 1440]]) };
  assert.deepEqual(at(always, "2026-11-23T20:00:00Z"), { state: "open" });
});

test("who answers at all hours is open in every minute, on public holidays too, and has no hour of closing", () => {
  const day = [[0, 1440]];
  const always = { week: Array(7).fill(day), holidays: { "2026-12-25": day }, until: "2028-12-26" };
  for (const moment of ["2026-11-23T00:00:00Z", "2026-12-24T23:59:59Z", "2026-12-25T00:00:00Z", "2026-03-29T01:00:00Z"]) {
    assert.deepEqual(at(always, moment), { state: "open" });
  }
});

test("a public holiday is as its source says", () => {
  const closed = { ...OFFICE, holidays: { "2026-12-25": [], "2026-12-28": [] } };
  assert.deepEqual(at(closed, "2026-12-24T17:00:00Z"), opens(5, 1, 540)); // Tuesday: Friday and Monday are holidays
  assert.deepEqual(at(closed, "2026-12-25T10:00:00Z"), opens(4, 1, 540));
  const short = { ...OFFICE, holidays: { "2026-12-28": [[600, 720]] } };
  assert.deepEqual(at(short, "2026-12-28T10:30:00Z"), { state: "open", closes: 720 });
});

test("of a public holiday that no source tells about nothing is claimed", () => {
  const hours = { ...OFFICE, holidays: { "2026-12-25": null, "2026-12-28": null } };
  assert.deepEqual(at(hours, "2026-12-25T10:00:00Z"), { state: "holiday" });
  assert.deepEqual(at(hours, "2026-12-24T18:00:00Z"), { state: "closed" });
  assert.equal(at(hours, "2026-12-24T23:59:00Z").state, "closed");
  assert.equal(at(hours, "2026-12-25T00:00:00Z").state, "holiday");
});

test("after the calendar's last day nothing is claimed", () => {
  assert.deepEqual(at(OFFICE, "2028-12-27T10:00:00Z"), { state: "unknown" });
});

test("hours are those of the place, wherever the visitor is", () => {
  assert.equal(at(OFFICE, "2026-11-23T09:30:00Z", "America/New_York").state, "closed");
  assert.equal(at(OFFICE, "2026-11-23T14:30:00Z", "America/New_York").state, "open");
});

test("sentences", () => {
  const words = {
    open: "Open now", open_until: "Open until {time}", closed: "Closed now", closed_until: "Opens {day}, {time}", holiday: "Holiday",
    near: ["today", "tomorrow"], days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    times: { 540: "9am", 990: "4.30pm", 1440: "midnight" },
  };
  assert.equal(sentence({ state: "open", closes: 990 }, words), "Open until 4.30pm");
  assert.equal(sentence({ state: "open", closes: 1440 }, words), "Open until midnight");
  assert.equal(sentence({ state: "open" }, words), "Open now");
  assert.equal(sentence(opens(0, 0, 540), words), "Opens today, 9am");
  assert.equal(sentence(opens(1, 1, 540), words), "Opens tomorrow, 9am");
  assert.equal(sentence(opens(3, 0, 540), words), "Opens Monday, 9am");
  assert.equal(sentence(opens(9, 0, 540), words), "Closed now");
  assert.equal(sentence({ state: "closed" }, words), "Closed now");
  assert.equal(sentence({ state: "unknown" }, words), "");
});
