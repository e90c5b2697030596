// What counts as a word of a question, and what two spellings of it share.

/** Lower case without accents: “Tŷ” and “ty” are `ty`. */
export const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

/** The words of a text, folded: without those of one letter, and without what hangs on by an apostrophe: the language's `clitics`, a set. */
export function wordsOf(text, clitics) {
  const plain = fold(text).replace(/[’‘\u02bc]/g, "'").replace(/[\u2010\u2011]/g, "-").replace(/[\u00ad\u200b]/g, "");
  return (plain.match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? []).flatMap((word) =>
    word
      .split("'")
      .filter((part, place) => part.length > 1 && !(place && clitics.has(part)))
      .flatMap(parts)
  );
}

/** Pen-y-bont is `pen` and `bont`; e-bost, of which one long part is left, is `ebost`. */
function parts(word) {
  const long = word.split("-").filter((part) => part.length > 1);
  return long.length > 1 || !word.includes("-") ? long : [word.replaceAll("-", "")];
}

/** How many letters have to change, be added, be left out or change places until one word is the other; `most` is as far as it counts. */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let line = 1; line <= one.length; line++) {
    const next = [line];
    for (let column = 1; column <= other.length; column++) {
      const same = one[line - 1] === other[column - 1] ? 0 : 1;
      next[column] = Math.min(row[column] + 1, next[column - 1] + 1, row[column - 1] + same);
      const swapped = line > 1 && column > 1 && one[line - 1] === other[column - 2] && one[line - 2] === other[column - 1];
      if (swapped) next[column] = Math.min(next[column], before[column - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return row[other.length];
}
