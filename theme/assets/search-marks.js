// Text with some of its words marked. Made of text and <mark> alone: nothing that comes from the index is treated as markup.

const WORD = /[\p{L}\p{N}]+/gu;

/** The nodes of a text; `isMarked` says of a word whether it is marked. */
export function* marked(text, isMarked) {
  let from = 0;
  for (const found of text.matchAll(WORD)) {
    if (!isMarked(found[0])) continue;
    if (found.index > from) yield document.createTextNode(text.slice(from, found.index));
    const mark = document.createElement("mark");
    mark.textContent = found[0];
    yield mark;
    from = found.index + found[0].length;
  }
  if (from < text.length) yield document.createTextNode(text.slice(from));
}
