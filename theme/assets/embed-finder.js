// <drws-finder language="cy">: the finder on a page of another site (docs/embed.md).
//
// Everything it needs are files below one address, the same for everyone: words, styles and two tables. What is typed goes nowhere. It stands
// in a shadow tree, so that styles of the page do not change it, and brings its own as a constructed stylesheet, which needs no place in the
// page's policy (CSSOM, section 6.7). Until its words are there, and where they do not come, the page shows what stands inside the element.

import { fetched, wordsIn } from "./find-answer.js";
import { answerIn, toolsOf } from "./find-form.js";

const TAG = "drws-finder";
const HOME = new URL("../1/", import.meta.url); // this script is in parts/
const CODE = /^[A-Za-z-]+$/;
const UNNOTICED = { credentials: "omit", referrerPolicy: "no-referrer" };

class Finder extends HTMLElement {
  #shown;

  connectedCallback() {
    this.#shown ??= this.#show().catch(console.error); // what stands inside stays
  }

  async #show() {
    const home = new URL(this.getAttribute("from") ?? HOME, document.baseURI);
    const address = new URL(`${this.#language()}.txt`, home);
    const words = new DOMParser().parseFromString(await (await fetched(address, UNNOTICED)).text(), "text/html");
    lead(words, address);
    const parts = document.importNode(words.querySelector("[data-finder-embedded]"), true);
    const finder = parts.querySelector("[data-finder]");
    const { postcodes, places } = finder.dataset;
    const sheet = new CSSStyleSheet();
    await sheet.replace(await (await fetched(new URL(parts.dataset.styles, address), UNNOTICED)).text());
    const table = async (name) => (await fetched(new URL(name, address), UNNOTICED)).json();
    const gather = async () =>
      toolsOf(
        wordsIn(words),
        ...(await Promise.all([table(postcodes), table(places), import("./find-postcode.js"), import("./find-name.js")])),
      );
    const help = words.querySelector("[data-finder-help]").content;
    answerIn(finder, gather, () => [...document.importNode(help, true).children]);
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    root.append(parts);
  }

  /** The language that the element names, or else that of the page around it. */
  #language() {
    const code = this.getAttribute("language") ?? this.closest("[lang]")?.lang.split("-")[0] ?? "";
    if (!CODE.test(code)) throw new Error(`<${TAG}>: language="${code}"`);
    return code;
  }
}

/** Links lead to our site, not to that of the page: whatever has an address, in templates too. */
function lead(part, address) {
  for (const link of part.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), address).href;
  for (const template of part.querySelectorAll("template")) lead(template.content, address);
}

if (!customElements.get(TAG)) customElements.define(TAG, Finder);
