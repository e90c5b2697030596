// What theme/assets/directory.js finds and counts.
import assert from "node:assert/strict";
import test from "node:test";

import { narrow, ordered, prepare } from "../../theme/assets/directory.js";

const FACETS = {
  audience: { parents: ["parents"], adults: ["adults"] },
  area: { nation: ["nation", "kingdom"], north: ["north", "town", "nation", "kingdom"], town: ["town", "north", "nation", "kingdom"], south: ["south", "nation", "kingdom"] },
  cost: { free: ["free"], "not-recorded": ["not-recorded"] },
};
const OWN = [
  { audience: ["parents"], area: ["north"], cost: ["free"] },
  { audience: ["parents", "adults"], area: ["kingdom"], cost: ["not-recorded"] },
  { audience: ["adults"], area: ["south"], cost: ["not-recorded"] },
  { audience: ["adults"], area: ["town"], cost: ["free"] },
];
const SERVICES = prepare(FACETS, OWN);
const shown = (chosen) => narrow(SERVICES, chosen).shown.flatMap((each, index) => (each ? [index] : []));
const counts = (chosen) => narrow(SERVICES, chosen).counts;

test("nothing chosen is everything", () => {
  assert.deepEqual(shown({}), [0, 1, 2, 3]);
  assert.deepEqual(shown({ audience: [] }), [0, 1, 2, 3]);
  assert.deepEqual(counts({}).audience, { parents: 2, adults: 3 });
});

test("either value of a facet will do, and every facet has to hold", () => {
  assert.deepEqual(shown({ audience: ["parents", "adults"] }), [0, 1, 2, 3]);
  assert.deepEqual(shown({ audience: ["adults"], cost: ["free"] }), [3]);
  assert.deepEqual(shown({ area: ["south", "town"], audience: ["adults"] }), [1, 2, 3]);
});

test("an area has the services of what lies around it and within it, and of nothing beside it", () => {
  assert.deepEqual(shown({ area: ["town"] }), [0, 1, 3]);
  assert.deepEqual(shown({ area: ["north"] }), [0, 1, 3]);
  assert.deepEqual(shown({ area: ["south"] }), [1, 2]);
  assert.deepEqual(shown({ area: ["nation"] }), [1]);
});

test("counts tell what one would get: those of a facet do not depend on its own choice", () => {
  assert.deepEqual(counts({ audience: ["parents"] }).audience, { parents: 2, adults: 3 });
  assert.deepEqual(counts({ audience: ["parents"] }).cost, { free: 1, "not-recorded": 1 });
  assert.deepEqual(counts({ audience: ["parents"], cost: ["free"] }).area, { north: 1, town: 1 });
});

test("what is not recorded is found under its own value", () => {
  assert.deepEqual(shown({ cost: ["not-recorded"] }), [1, 2]);
});

test("a value that no facet has finds nothing", () => {
  assert.deepEqual(shown({ cost: ["dear"] }), []);
});

test("every count is the number that ticking would give, for every choice there is", () => {
  const values = Object.entries(FACETS).flatMap(([facet, all]) => Object.keys(all).map((value) => [facet, value]));
  for (let bits = 0; bits < 2 ** values.length; bits += 1) {
    const chosen = Object.fromEntries(Object.keys(FACETS).map((facet) => [facet, []]));
    values.forEach(([facet, value], index) => bits & (2 ** index) && chosen[facet].push(value));
    for (const [facet, value] of values) {
      const alone = shown({ ...chosen, [facet]: [value] }).length;
      assert.equal(counts(chosen)[facet]?.[value] ?? 0, alone);
    }
  }
});

test("what a search did not find is as if it were not in the list", () => {
  const { shown: found, counts: left } = narrow(prepare(FACETS, OWN), { audience: [] }, (place) => place === 1);
  assert.deepEqual(found.flatMap((is, place) => (is ? [place] : [])), [1]);
  assert.deepEqual(Object.values(left.audience ?? {}).filter((count) => count > 1), []);
});

test("items come in the order that the page gives them, and an order that it does not have changes nothing", () => {
  const items = [{ name: "a", date: "2" }, { name: "b", date: "0" }, { name: "c", date: "10" }];
  const names = (order) => ordered(items, order, (item, each) => item[each] ?? null).map(({ name }) => name);
  assert.deepEqual(names("date"), ["b", "a", "c"]);
  assert.deepEqual(names("title"), ["a", "b", "c"]);
  assert.deepEqual(names("constructor"), ["a", "b", "c"]);
});

test("a thousand services are narrowed down within a frame", () => {
  const many = prepare(FACETS, Array.from({ length: 1000 }, (_, index) => OWN[index % OWN.length]));
  narrow(many, { audience: ["adults"] });
  const before = performance.now();
  for (let times = 0; times < 10; times += 1) narrow(many, { audience: ["adults"], area: ["north"] });
  assert.ok((performance.now() - before) / 10 < 16, `${(performance.now() - before) / 10} ms`);
});
