// What two spellings of a word share.

/** Lower case without accents: “Tŷ” and “ty” are `ty`. */
export const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

/** How many letters have to change, be added, be left out or change places until one word is the other; `most` is as far as it counts. */
export function distance(one, other, most) {
  const far = most + 1;
  if (Math.abs(one.length - other.length) > most) return far;
  let before = [];
  let row = [];
  for (let column = 0; column <= other.length; column++) row.push(column);
  for (let line = 1; line <= one.length; line++) {
    const next = [line];
    let least = line;
    for (let column = 1; column <= other.length; column++) {
      let steps = far;
      if (Math.abs(line - column) <= most) {
        const same = one[line - 1] === other[column - 1] ? 0 : 1;
        steps = Math.min(row[column] + 1, next[column - 1] + 1, row[column - 1] + same);
        const swapped = line > 1 && column > 1 && one[line - 1] === other[column - 2] && one[line - 2] === other[column - 1];
        if (swapped) steps = Math.min(steps, before[column - 2] + 1);
      }
      next.push(steps);
      least = Math.min(least, steps);
    }
    if (least > most) return far;
    before = row;
    row = next;
  }
  return row[other.length];
}
