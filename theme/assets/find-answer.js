// The finder's answers in words: all of them come from the page of areas, whose <template> holds one for each council. Pages that have none
// fetch that page, which is the same for everyone. A page that lists the councils with what is to be said of each (`data-finder-councils`)
// gives that in answer, of each when there are several, so that nobody has to leave it.

const MOST_NAMES = 6;

/** The words, from this page or from that at `address`: {sentences, councils, saysAll}, two parts of it, and whether all
 * that it says of a council is said of each of several. */
export async function wordsFrom(address) {
  let page = document;
  if (!page.querySelector("[data-finder-words]")) {
    page = new DOMParser().parseFromString(await (await fetched(address)).text(), "text/html");
  }
  return wordsIn(page);
}

/** The words that a page holds. */
export function wordsIn(page) {
  const sentences = page.querySelector("[data-finder-words]").content;
  const listed = page.querySelector("[data-finder-councils]");
  return { sentences, councils: listed ?? sentences, saysAll: listed !== null };
}

/** The answer to a request, which is there. */
export async function fetched(address, options) {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response;
}

/** What to show for a postcode that was looked up (`find-postcode.js`): nodes in the page's language, and whether it needs another look. */
export function forPostcode(words, { is, codes, nation, shown }) {
  if (is === "here") return { nodes: council(words, codes[0], shown), isWrong: false };
  if (is === "elsewhere") return { nodes: filled(words, `nation-${nation}`, shown), isWrong: false };
  const across = is === "several" && nation !== undefined ? filled(words, "across", shown) : [];
  return { nodes: [...filled(words, is, shown, codes ?? []), ...across], isWrong: is !== "several" };
}

/** The same for a name (`find-name.js`). `typed` is what was typed. */
export function forName(words, { exact, near, shown }, typed) {
  if (exact.length === 1) return { nodes: council(words, exact[0], shown), isWrong: false };
  if (exact.length) return { nodes: filled(words, "places-several", shown, exact), isWrong: false };
  if (!near.length || near.length > MOST_NAMES) return { nodes: filled(words, "no-name", typed), isWrong: true };
  return near.length === 1
    ? { nodes: [...filled(words, "near", typed), ...council(words, near[0], shown)], isWrong: false }
    : { nodes: filled(words, "near-several", typed, near), isWrong: false };
}

/** A council's own answer, with the postcode or the place before it, unless that is its own name. */
function council({ councils }, code, shown) {
  const answer = councils.querySelector(`[data-council="${code}"]`);
  return blocks(answer, answer.querySelector("a").textContent.trim() === shown ? "" : shown);
}

/** The answer of this name, with what was typed and a list of councils, or links to them, in the places kept for them. */
export function filled({ sentences, councils, saysAll }, key, shown, codes = []) {
  const nodes = blocks(sentences.querySelector(`[data-say="${key}"]`), shown);
  const list = nodes.find((node) => node.matches("ul"));
  list?.append(
    ...codes.map((code) => {
      const item = document.createElement("li");
      const answer = councils.querySelector(`[data-council="${code}"]`);
      item.append(...(saysAll ? blocks(answer, "") : [answer.querySelector("a").cloneNode(true)]));
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
