// Whether two words are forms of one, for languages that Pagefind has a stemmer for: close enough to mark a word or to know a question.

const SHORTEST = 4; // letters that have to be left

export class Forms {
  /** `endings` are those of the language, folded. A language without any has words of one form. */
  constructor(endings) {
    this.endings = [...endings].sort((one, other) => other.length - one.length);
    this.stems = new Map(); // a question is compared with the same lists again and again
    this.edition = 0; // nothing more is learnt
  }

  /** What is left of a word without its longest ending; the word itself when that would be too short. */
  stem(word) {
    if (!this.stems.has(word)) this.stems.set(word, this.#stemOf(word));
    return this.stems.get(word);
  }

  #stemOf(word) {
    const ending = this.endings.find((each) => word.endsWith(each)) ?? "";
    const left = word.slice(0, word.length - ending.length);
    return left.length >= SHORTEST ? left : word;
  }

  /** What all forms of a word share. */
  near(word) {
    return [this.stem(word)];
  }

  /** What a word may have been before a mutation: these languages have none. */
  before() {
    return [];
  }

  /** Are these forms of one word, as far as one can see? */
  areSame(one, other) {
    return one === other || this.stem(one) === this.stem(other);
  }
}
