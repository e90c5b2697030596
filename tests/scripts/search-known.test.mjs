// Words that are never mended, as the generator writes them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import test from "node:test";

import { KnownWords } from "../../theme/assets/search-known.js";

const WRITE = `
import json, sys, tempfile
from pathlib import Path
from drws.search.known import ASKED, known_parts
with tempfile.TemporaryDirectory() as folder:
    print(json.dumps({"asked": ASKED, "parts": known_parts(json.loads(sys.argv[1]), [], Path(folder, "known.json"))}))
`;
const OWN = ["Llanelli", "ADHD", "tŷ'r", "attacking", "Dafydd"];
const { asked, parts } = JSON.parse(execFileSync(process.env.DRWS_PYTHON ?? "python3", ["-c", WRITE, JSON.stringify(OWN)], { encoding: "utf8" }));

test("a word is found again, and others hardly ever", async () => {
  let read = 0;
  const known = new KnownWords({ asked, files: parts.map((_, place) => `${place}`) }, async (place) => (read++, { bits: parts[place] }));
  for (const word of ["llanelli", "adhd", "attacking", "dafydd"]) assert.ok(await known.has(word), word);
  const others = await Promise.all(Array.from({ length: 500 }, (_, number) => known.has(`other${number}`)));
  assert.ok(others.filter(Boolean).length < 50);
  assert.ok(read <= parts.length);
});

test("a site without a list knows no word", async () => assert.equal(await new KnownWords({ asked: 7, files: [] }).has("word"), false));

test("a part that could not be fetched is fetched again", async () => {
  let isDown = true;
  const read = async (place) => {
    if (isDown) throw new Error("404");
    return { bits: parts[place] };
  };
  const known = new KnownWords({ asked, files: parts.map((_, place) => `${place}`) }, read);
  await assert.rejects(known.has("llanelli"));
  isDown = false;
  assert.ok(await known.has("llanelli"));
});
