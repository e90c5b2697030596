// The finder: a postcode or the name of a council becomes the council and whom to ring, in the page's language.
//
// What is typed stays in the page. It goes into no address, no request, no storage and no title: the table of all postcodes comes
// here, as one file that is the same for everyone, and only when the box is used. Every word that is said comes from the page of areas,
// whose <template> holds an answer for each council; pages that have none fetch that page, which is the same for everyone as well.

const MOST_NAMES = 6;

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
      if (question !== asked) return;
      if (reply.isWrong) box.setAttribute("aria-invalid", "true");
      else box.removeAttribute("aria-invalid");
      answer.replaceChildren(...reply.nodes);
    } catch (error) {
      tools = undefined; // the next question tries again
      answer.textContent = finder.dataset.failed;
      console.error(error);
    }
  });
}

/** The table, what reads it, and the words: all from our own site, all the same for everyone. */
async function gather({ answers, postcodes, readsPostcodes, readsNames }) {
  const [table, { lookUp }, { byName }, words] = await Promise.all([
    fetched(postcodes).then((response) => response.json()),
    import(readsPostcodes),
    import(readsNames),
    wordsOf(answers),
  ]);
  return { table, lookUp, byName, words };
}

async function wordsOf(address) {
  let page = document;
  if (!page.querySelector("[data-finder-words]")) {
    page = new DOMParser().parseFromString(await (await fetched(address)).text(), "text/html");
  }
  return page.querySelector("[data-finder-words]").content;
}

async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response;
}

/** What to show: nodes in the page's language, and whether the box needs another look. */
function answered({ table, lookUp, byName, words }, typed) {
  const text = typed.trim();
  const say = (key, shown = text, codes = []) => filled(words, key, shown, codes);
  if (!text) return { nodes: say("empty"), isWrong: true };
  const short = /^\p{L}{1,2}$/u.test(text);
  if (!/[0-9]/.test(text) && !short) {
    const { exact, near } = byName(areasIn(words), text);
    if (exact.length) return { nodes: exact.flatMap((code) => council(words, code, "")), isWrong: false };
    if (!near.length || near.length > MOST_NAMES) return { nodes: say("no-name"), isWrong: true };
    return near.length === 1
      ? { nodes: [...say("near"), ...council(words, near[0], "")], isWrong: false }
      : { nodes: say("near-several", text, near), isWrong: false };
  }
  const { is, codes, nation, shown } = lookUp(table, text);
  if (is === "here") return { nodes: council(words, codes[0], shown), isWrong: false };
  if (is === "elsewhere") return { nodes: filled(words, `nation-${nation}`, shown), isWrong: false };
  const across = is === "several" && nation !== undefined ? say("across") : [];
  return { nodes: [...say(is, shown, codes ?? []), ...across], isWrong: is !== "several" };
}

/** The names of every council, in every language. */
function areasIn(words) {
  return [...words.querySelectorAll("[data-council]")].map(({ dataset }) => ({
    code: dataset.council,
    names: dataset.names.split("|"),
  }));
}

/** A council's own answer, with the postcode before it. */
function council(words, code, shown) {
  return blocks(words.querySelector(`[data-council="${code}"]`), shown);
}

/** The answer of this name, with what was typed and a list of links to councils in the places kept for them. */
function filled(words, key, shown, codes = []) {
  const nodes = blocks(words.querySelector(`[data-say="${key}"]`), shown);
  const list = nodes.find((node) => node.matches("ul"));
  list?.append(
    ...codes.map((code) => {
      const item = document.createElement("li");
      item.append(words.querySelector(`[data-council="${code}"] a`).cloneNode(true));
      return item;
    }),
  );
  return nodes;
}

function blocks(template, shown) {
  const copy = document.importNode(template, true);
  for (const place of copy.querySelectorAll("[data-typed]")) {
    if (shown) place.textContent = place.dataset.typed.replace("{}", () => shown);
    else place.remove();
  }
  return [...copy.children];
}
