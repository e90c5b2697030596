// What the index is asked, and how often.
import assert from "node:assert/strict";
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";

import { openIndex } from "../../theme/assets/search-index.js";

/** A Pagefind that finds what a test says, and notes what it is asked. */
const PAGEFIND = `
export const asked = [];
export const found = {};
export const line = { isDown: false };
export const createInstance = () => ({
  options: async () => {},
  init: async () => { if (line.isDown) throw new Error("404"); },
  search: async (query) => {
    asked.push(query);
    if (!found[query]) throw new Error("404");
    return { results: Object.entries(found[query]).map(([id, score]) => ({ id, score, data: async () => { asked.push(id); if (line.isDown) throw new Error("404"); return { url: id }; } })) };
  },
});
`;

async function opened(work, isDown = false) {
  const folder = await mkdtemp(join(tmpdir(), "index-"));
  const before = globalThis.document;
  globalThis.document = { documentElement: { lang: "" } };
  try {
    await mkdir(join(folder, "pagefind"));
    await writeFile(join(folder, "pagefind", "pagefind.js"), PAGEFIND);
    await writeFile(join(folder, "package.json"), '{ "type": "module" }');
    const site = pathToFileURL(`${folder}/`);
    const pagefind = await import(new URL("pagefind/pagefind.js?en", site).href);
    pagefind.line.isDown = isDown;
    await work(openIndex(site, "/", "en"), pagefind);
  } finally {
    globalThis.document = before;
    await rm(folder, { recursive: true });
  }
}

test("a page has its best score of several searches, and each is made once", () =>
  opened(async (index, { asked, found }) => {
    Object.assign(found, { tea: { a: 1, b: 2 }, "tea cake": { b: 3, c: 1 } });
    for (let turn = 0; turn < 2; turn++) {
      const pages = await index.search(["tea", "tea cake"]);
      assert.deepEqual(pages.map(({ id, score }) => [id, score]), [["a", 1], ["b", 3], ["c", 1]]);
      assert.deepEqual(await pages[1].data(), { url: "b" });
    }
    assert.deepEqual(asked, ["tea", "tea cake", "b"]);
  }));

test("an index that could not be opened is opened by the next question", () =>
  opened(async (index, { line, found }) => {
    Object.assign(found, { tea: { a: 1 } });
    await assert.rejects(index.search(["tea"]));
    line.isDown = false;
    assert.equal((await index.search(["tea"])).length, 1);
  }, true));

test("what a result says is fetched again where that failed", () =>
  opened(async (index, { line, found }) => {
    Object.assign(found, { tea: { a: 1 } });
    const [page] = await index.search(["tea"]);
    line.isDown = true;
    await assert.rejects(page.data());
    line.isDown = false;
    assert.deepEqual(await page.data(), { url: "a" });
  }));

test("what could not be fetched is fetched again", () =>
  opened(async (index, { asked, found }) => {
    await assert.rejects(index.search(["tea"]));
    await assert.rejects(index.having("tea"));
    Object.assign(found, { tea: { a: 1 }, '"tea"': { a: 1 } });
    assert.equal((await index.search(["tea"])).length, 1);
    assert.deepEqual(await index.having("tea"), new Set(["a"]));
    assert.deepEqual(asked, ["tea", '"tea"', "tea", '"tea"']);
  }));
