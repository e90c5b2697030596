// html-validate, asked for many pages: `node html_validate.mjs RULES PAGE…` prints what it says of each, as JSON.
//
// Its own command works out anew for each page which rules there are, and what the HTML standard says of each element.

import { readFileSync } from "node:fs";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

class OnceForAll extends StaticConfigLoader {
  getConfigFor(...asked) {
    this.resolved ??= super.getConfigFor(...asked);
    return this.resolved;
  }
}

const [rules, ...pages] = process.argv.slice(2);
const validator = new HtmlValidate(new OnceForAll(JSON.parse(readFileSync(rules, "utf8"))));
const results = [];
for (const page of pages) {
  results.push(...(await validator.validateFile(page)).results);
}
process.stdout.write(JSON.stringify(results));
