// The finder's box and what it answers, wherever they stand: on a page of ours (find.js) or of another site (embed-finder.js).

import { filled, forName, forPostcode } from "./find-answer.js";

const MOST_SIGNS = 60; // of what was typed

/**
 * Answer what is typed into the box of `finder`. `gather` fetches what answers, `toolsOf` below, when the box is first used. `help` makes
 * nodes that stand after whatever is no answer: whom somebody in danger rings.
 */
export function answerIn(finder, gather, help = () => []) {
  const form = finder.querySelector("form");
  const box = form.querySelector("input");
  const answer = finder.querySelector("[data-finder-answer]");
  let tools;
  let asked = 0;

  form.hidden = false;
  box.addEventListener("input", () => {
    tools ??= gather();
    tools.catch(() => {}); // said when the question is asked
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const question = ++asked;
    tools ??= gather();
    try {
      const reply = answered(await tools, box.value);
      const parts = new DocumentFragment();
      parts.append(...reply.nodes, ...(reply.isWrong ? help() : []));
      await Promise.all([...parts.querySelectorAll("[data-ring-now]")].map(mark));
      if (question !== asked) return;
      if (reply.isWrong) box.setAttribute("aria-invalid", "true");
      else box.removeAttribute("aria-invalid");
      answer.replaceChildren(parts);
    } catch (error) {
      tools = undefined; // the next question tries again
      answer.replaceChildren(finder.dataset.failed, ...help());
      console.error(error);
    }
  });
}

/** What answers: the words, and the tables with the scripts that read them. */
export function toolsOf(words, postcodes, places, { lookUp }, { byName, namesOf }) {
  const areas = namesOf(places);
  return { words, lookUp: (text) => lookUp(postcodes, text), byName: (text) => byName(areas, text) };
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
