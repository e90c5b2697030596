// The finder: a postcode, or the name of a council, a town or a village, becomes the council and whom to ring, in the page's language.
//
// What is typed stays in the page. It goes into no address, no request, no storage and no title: the tables of all postcodes and places come
// here, as files that are the same for everyone, and only when the box is used. So do the words (find-answer.js).

import { fetched, wordsFrom } from "./find-answer.js";
import { answerIn, toolsOf } from "./find-form.js";

for (const finder of document.querySelectorAll("[data-finder]")) answerIn(finder, () => gather(finder.dataset));

/** The tables, what reads them, and the words: all from our own site, all the same for everyone. */
async function gather({ answers, postcodes, places, readsPostcodes, readsNames }) {
  const table = (address) => fetched(address).then((response) => response.json());
  const [words, ...tools] = await Promise.all([
    wordsFrom(answers),
    table(postcodes),
    table(places),
    import(readsPostcodes),
    import(readsNames),
  ]);
  return toolsOf(words, ...tools);
}
