// The search of a collection: parts of documents by how much of a question they have, and the documents to which they belong.

const COVERED = 2; // how much it counts that a part has most of what the words tell: the share of it to this power
const FAINT = 1 / 10; // of what the first counts: what counts less is left out, for it only shares a word with the question
const COUNTED = 2; // parts of a document that count for it
const SHOWN = 3; // and that are shown of it

/** How Pagefind weighs the words of parts: a word as much in a text as in a title, for what staff ask weighs as titles do, and a long part hardly less than a short one. */
export const RANKING = { pageLength: 0.4, metaWeights: { title: 1, keys: 1 } };

/**
 * Whatever has any word of a question. `ways` are the ways to ask it: of each its terms, with what each tells (`weight`), and `pagesOf` finds
 * what has a term. Where a question is asked of a few hundred parts, few have all of its words, and many have one.
 */
export async function byWords(ways, pagesOf) {
  const best = new Map();
  for (const terms of ways) {
    const all = terms.reduce((sum, { weight }) => sum + weight, 0);
    const found = new Map();
    for (const term of terms) {
      for (const page of await pagesOf(term)) {
        const { score, told } = found.get(page.id) ?? { score: 0, told: 0 };
        found.set(page.id, { ...page, score: score + term.weight * page.score, told: told + term.weight });
      }
    }
    for (const { told, ...page } of found.values()) {
      const score = page.score * (told / all) ** COVERED;
      if (!(best.get(page.id)?.score >= score)) best.set(page.id, { ...page, score });
    }
  }
  return [...best.values()].sort((one, other) => other.score - one.score);
}

export class Documents {
  /** `ids` has for the address of each document what the index calls it, and then its parts. */
  constructor(ids) {
    this.of = new Map(Object.entries(ids).flatMap(([url, all]) => all.split(" ").map((id, place) => [id, { url, isPart: place > 0 }])));
  }

  /**
   * Documents in order: `{url, parts}`, each with its best parts, the best first. A document counts what its best parts count together: one
   * that is about the question comes before one that mentions it.
   */
  inOrder(results) {
    const first = Math.max(...results.map(({ score }) => score));
    const documents = new Map();
    for (const result of results) {
      const { url, isPart } = this.of.get(result.id);
      const document = documents.get(url) ?? { url, score: 0, parts: [], counted: 0 };
      if (document.counted++ < COUNTED) document.score += result.score;
      if (isPart && document.parts.length < SHOWN && result.score >= FAINT * first) document.parts.push(result);
      documents.set(url, document);
    }
    const ordered = [...documents.values()].sort((one, other) => other.score - one.score);
    return ordered.filter(({ score }) => score >= FAINT * ordered[0].score);
  }
}
