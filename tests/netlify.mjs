// Reads `_headers` and `_redirects` of a folder with Netlify's own parsers: what it found of each, and what it could not read.

import { parseAllHeaders } from "@netlify/headers-parser";
import { parseAllRedirects } from "@netlify/redirect-parser";

const folder = process.argv[2];
const read = { minimal: true, featureFlags: {} };
const { headers, errors: inHeaders } = await parseAllHeaders({
  ...read,
  headersFiles: [`${folder}/_headers`],
  configHeaders: [],
});
const { redirects, errors: inRedirects } = await parseAllRedirects({
  ...read,
  redirectsFiles: [`${folder}/_redirects`],
  configRedirects: [],
});
const errors = [...inHeaders, ...inRedirects].map(({ message }) => message);
process.stdout.write(JSON.stringify({ headers, redirects, errors }));
