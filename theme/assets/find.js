// The finder: a postcode, or the name of a council, a town or a village, becomes the council and whom to ring, in the page's language.
//
// What is typed stays in the page. It goes into no address, no request, no storage and no title: the tables of all postcodes and places come
// here, as files that are the same for everyone, and only when the box is used. So do the words (find-answer.js).

import { fetched, filled, forName, forPostcode, wordsFrom } from "./find-answer.js";

const MOST_SIGNS = 60; // of what was typed

for (const finder of document.querySelectorAll("[data-finder]")) {
  const form = finder.querySelector("form");
  const box = form.querySelector("input");
  const answer = finder.querySelector("[data-finder-answer]");
  let tools;
  let asked = 0;

  form.hidden = false;
  box.addEventListener("input", () => {
    tools ??= gather(finder.dataset);
    tools.catch(() => {}); // said when the question is asked
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const question = ++asked;
    tools ??= gather(finder.dataset);
    try {
      const reply = answered(await tools, box.value);
      const parts = new DocumentFragment();
      parts.append(...reply.nodes);
      await Promise.all([...parts.querySelectorAll("[data-ring-now]")].map(mark));
      if (question !== asked) return;
      if (reply.isWrong) box.setAttribute("aria-invalid", "true");
      else box.removeAttribute("aria-invalid");
      answer.replaceChildren(parts);
    } catch (error) {
      tools = undefined; // the next question tries again
      answer.textContent = finder.dataset.failed;
      console.error(error);
    }
  });
}

/** The tables, what reads them, and the words: all from our own site, all the same for everyone. */
async function gather({ answers, postcodes, places, readsPostcodes, readsNames }) {
  const table = (address) => fetched(address).then((response) => response.json());
  const [codes, named, { lookUp }, { byName, namesOf }, words] = await Promise.all([
    table(postcodes),
    table(places),
    import(readsPostcodes),
    import(readsNames),
    wordsFrom(answers),
  ]);
  const areas = namesOf(named);
  return { words, lookUp: (text) => lookUp(codes, text), byName: (text) => byName(areas, text) };
}

/** A list of lines to ring is in order, and its first is marked, before it is shown: it is read out once. As it stands it is true too. */
async function mark(list) {
  await import(list.dataset.script).then(({ show }) => show(list), console.error);
}

/** What to show: nodes in the page's language, and whether the box needs another look. */
function answered({ words, lookUp, byName }, typed) {
  const text = typed.trim().slice(0, MOST_SIGNS);
  if (!text) return { nodes: filled(words, "empty", text), isWrong: true };
  const isShort = /^\p{L}{1,2}$/u.test(text);
  if (/[0-9]/.test(text) || isShort) return forPostcode(words, lookUp(text));
  return forName(words, byName(text), text);
}
