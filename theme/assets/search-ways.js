// Which searches are made for a question, when a word may be a form of two: never more than a few, however long the question is.

/**
 * At most `most` searches. `asked` has for each way to ask its words, and for each word what the index may have for it. Each way is asked with
 * the first of everything, then each way with one word in another form: no combination is made that is not asked.
 */
export function searchesFor(asked, most) {
  const searches = new Set();
  const ways = asked.filter((terms) => terms.length).map(variations);
  while (ways.length && searches.size < most) {
    const way = ways.shift();
    const { value, done } = way.next();
    if (done) continue;
    searches.add(value);
    ways.push(way);
  }
  return [...searches];
}

function* variations(terms) {
  const first = terms.map(([usual]) => usual);
  yield first.join(" ");
  for (const [place, alternatives] of terms.entries()) {
    for (const other of alternatives.slice(1)) yield [...first.slice(0, place), other, ...first.slice(place + 1)].join(" ");
  }
}
