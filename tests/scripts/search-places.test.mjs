// The place that a question names, and what is fetched to say so.
import assert from "node:assert/strict";
import test from "node:test";

import { Places } from "../../theme/assets/search-places.js";

const NAMES = { a: "a.json", b: "b.json" };
const none = async () => ({ places: [] });

/** Places whose files are what `read` makes of their names. */
function placesFrom(read) {
  return new Places({ names: NAMES, postcodes: "postcodes.json", before: [], read, tellsLittle: () => false, unmutated: () => [] });
}

test("where the whole question may be a name, its file is fetched before it is asked, and once", async () => {
  const fetched = [];
  const places = placesFrom((file) => (fetched.push(file), none()));
  places.fetchAhead("Abertawe");
  assert.deepEqual(fetched, ["a.json"]);
  await places.of("Abertawe");
  assert.deepEqual(fetched, ["a.json"]);
});

test("a postcode, the beginning of one and more words than a name has fetch no names ahead", () => {
  const fetched = [];
  const places = placesFrom((file) => (fetched.push(file), none()));
  for (const question of ["BA1 1AA", "ba1", "a b a b a", ""]) places.fetchAhead(question);
  assert.deepEqual(fetched, []);
});

test("names that could not be fetched are fetched again by the next question", async () => {
  const answers = [() => Promise.reject(new Error("503")), none];
  const places = placesFrom(() => answers.shift()());
  await assert.rejects(places.of("Bangor"));
  assert.equal(await places.of("Bangor"), undefined);
});
