// Asks a built site's own search, with the site's own script, without a browser: `drws search-test`.
//
// In: {"site": folder, "base": "/", "queries": [{"lang": "cy", "q": "…", "collection": ""}], "first": 10}. Out: for each query the
// addresses of its first results; of a collection those of its parts, as its page shows them below their documents.

import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { pathToFileURL } from "node:url";

// What a browser has and Node.js has not: files by address, and a page that says its language.
const fetched = globalThis.fetch;
globalThis.fetch = async (address, ...more) => {
  const url = new URL(address);
  return url.protocol === "file:" ? new Response(readFileSync(url)) : fetched(url, ...more);
};
const root = { lang: "", getAttribute: () => root.lang };
globalThis.document = { documentElement: root, currentScript: null, querySelector: () => root };

const { site, base, queries, first } = JSON.parse(await text(process.stdin));
const address = pathToFileURL(`${site}/`);
const script = (await readdir(new URL("assets/", address))).find((name) => /^search-engine\..*js$/.test(name));
const { openSearch } = await import(new URL(`assets/${script}`, address).href);

const indexes = new Map();
const answers = [];
for (const { lang, q, collection } of queries) {
  const index = `${collection}/${lang}`;
  if (!indexes.has(index)) indexes.set(index, await openSearch({ site: address, base, language: lang, collection }));
  const answer = await indexes.get(index).ask(q);
  const shown = answer.documents?.flatMap(({ url, parts }) => (parts.length ? parts : [{ data: () => ({ url }) }])) ?? answer.results;
  const data = await Promise.all(shown.slice(0, first).map((result) => result.data()));
  const help = answer.first && !collection ? [answer.first.url] : []; // it stands above the results, and is no document of a collection
  answers.push([...new Set([...help, ...data.map(({ url }) => url)])].slice(0, first));
}
process.stdout.write(JSON.stringify(answers));

async function text(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}
