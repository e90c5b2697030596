// What two spellings of a word share.

/** Lower case without accents: “Tŷ” and “ty” are `ty`. */
export const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

/** How many letters have to change, be added, be left out or change places until one word is the other; `most` is as far as it counts. */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let line = 1; line <= one.length; line++) {
    const next = [line];
    let least = line;
    for (let column = 1; column <= other.length; column++) {
      const same = one[line - 1] === other[column - 1] ? 0 : 1;
      next[column] = Math.min(row[column] + 1, next[column - 1] + 1, row[column - 1] + same);
      const swapped = line > 1 && column > 1 && one[line - 1] === other[column - 2] && one[line - 2] === other[column - 1];
      if (swapped) next[column] = Math.min(next[column], before[column - 2] + 1);
      least = Math.min(least, next[column]);
    }
    if (least > most) return most + 1;
    before = row;
    row = next;
  }
  return row[other.length];
}
