// html-validate, asked for many pages: `node html_validate.mjs RULES` answers each line, a list of files as JSON, with a line: what it says of each.
//
// Its own command works out anew for each page which rules there are, and what the HTML standard says of each element.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

class OnceForAll extends StaticConfigLoader {
  getConfigFor(...asked) {
    this.resolved ??= super.getConfigFor(...asked);
    return this.resolved;
  }
}

const validator = new HtmlValidate(new OnceForAll(JSON.parse(readFileSync(process.argv[2], "utf8"))));
for await (const line of createInterface({ input: process.stdin })) {
  const results = [];
  for (const page of JSON.parse(line)) results.push(...(await validator.validateFile(page)).results);
  process.stdout.write(`${JSON.stringify(results)}\n`);
}
