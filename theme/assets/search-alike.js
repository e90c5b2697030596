// Which words of a list are forms of a word, without comparing it with each of them.

export class Alike {
  /**
   * `grammar` knows what all forms of a word share (`near`) and what a word may have been before a mutation (`before`). When it has learnt
   * more it has another `edition`.
   */
  constructor(words, grammar) {
    this.words = new Set(words);
    this.grammar = grammar;
    this.found = new Map(); // who types on asks for most words again
  }

  /** The words of the list that are forms of this one, as a set. */
  of(word) {
    if (this.edition !== this.grammar.edition) this.#learn();
    if (!this.found.has(word)) this.found.set(word, new Set(this.#formsOf(word)));
    return this.found.get(word);
  }

  #learn() {
    this.edition = this.grammar.edition;
    this.found.clear();
    this.sharing = byEach(this.words, (word) => this.grammar.near(word));
    this.mutated ??= byEach(this.words, (word) => this.grammar.before(word));
  }

  *#formsOf(word) {
    for (const each of [word, ...this.grammar.before(word)]) if (this.words.has(each)) yield each;
    yield* this.mutated.get(word) ?? [];
    for (const shared of this.grammar.near(word)) yield* this.sharing.get(shared) ?? [];
  }
}

/** Words by everything that something says of each. */
function byEach(words, say) {
  const found = new Map();
  for (const word of words) {
    for (const said of say(word)) {
      if (!found.has(said)) found.set(said, []);
      found.get(said).push(word);
    }
  }
  return found;
}
