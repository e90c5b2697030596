// Misspelt words, and the words and titles of the site that they are compared with.
import assert from "node:assert/strict";
import test from "node:test";

import { Spelling } from "../../theme/assets/search-spelling.js";

const SITE = { words: "adoption letterbox", titles: [["Letterbox contact", "/en/letterbox/", "page"]] };
const forms = { stem: (word) => word };

test("the words of the site are fetched once, and again where that failed", async () => {
  const line = { isDown: true, asked: 0 };
  const spelling = new Spelling(async () => {
    line.asked += 1;
    if (line.isDown) throw new Error("404");
    return SITE;
  }, forms);
  await assert.rejects(spelling.mend("adoptoin"));
  line.isDown = false;
  assert.equal(await spelling.mend("adoptoin"), "adoption");
  assert.deepEqual((await spelling.suggest("letter")).map(({ url }) => url), ["/en/letterbox/"]);
  assert.equal(line.asked, 2);
});
