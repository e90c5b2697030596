// From the words of a question to search keys, for a language whose index holds keys: any form of a word has the key of every other.
//
// The rules come with the tables: what a first letter may have been before a mutation, and what stood where the ending of a plural stands.
// `cymraeg/keys.py` does the same when it leaves out of the tables what the rules solve: a test compares the two.

export class Keys {
  /** `table` is the part `keys` of `search/<language>.json`; `read` gets one of the files that it names. */
  constructor(table, read) {
    this.table = table;
    this.read = read;
    this.shards = new Map();
    this.resolved = new Map(); // from the shards that are there
    this.radicals = new Map(); // asked for again and again: every word of a question is compared with many
    this.letters = Object.keys(table.before).sort((one, other) => other.length - one.length);
  }

  /** The keys of a folded word, with their mark; none when the site has no form of it. */
  async of(word) {
    await this.load([word]);
    return this.near(word);
  }

  /** Read what some words need. */
  async load(words) {
    await this.#load(words.flatMap((word) => [word, ...this.before(word)]));
  }

  /** Are these two forms of one word? It answers from what has been read. */
  areSame(one, other) {
    if (one === other || this.before(one).includes(other) || this.before(other).includes(one)) return true;
    return this.near(one).some((key) => this.near(other).includes(key));
  }

  /** It is another one when more has been read. */
  get edition() {
    return this.shards.size;
  }

  /** The same as `of`, from what has been read already. */
  near(word) {
    if (!this.resolved.has(word)) {
      const known = this.#known(word) ?? this.#resolved(word);
      this.resolved.set(word, [...new Set(known)].map((key) => key + this.table.mark));
    }
    return this.resolved.get(word);
  }

  /** Everything that may be in the index for a word that is not typed to its end. */
  beginnings(word) {
    return [word, ...this.before(word)].filter((each) => [...(this.#shard(each)?.keys ?? [])].some((key) => key.startsWith(each)));
  }

  #resolved(word) {
    const before = this.before(word);
    const found = before.flatMap((each) => this.#known(each) ?? []);
    if (found.length) return found;
    for (const each of [word, ...before]) {
      const singular = this.#withoutEnding(each).flatMap((stem) => this.#known(stem) ?? []);
      if (singular.length) return singular;
    }
    return [];
  }

  #known(word) {
    const shard = this.#shard(word);
    const listed = shard?.forms[word];
    if (listed !== undefined) return listed ? listed.split(" ") : [];
    return shard?.keys.has(word) ? [word] : undefined;
  }

  /** Every word of which this may be a mutated form. */
  before(word) {
    if (!this.radicals.has(word)) this.radicals.set(word, this.#radicalsOf(word));
    return this.radicals.get(word);
  }

  #radicalsOf(word) {
    const letter = this.letters.find((each) => word.startsWith(each));
    const rest = word.slice(letter?.length);
    return (this.table.before[letter] ?? [])
      .filter(() => letter !== "h" || /^[aeiouwy]/.test(rest))
      .map((radical) => radical + rest);
  }

  *#stems(word) {
    for (const [ending, instead] of this.table.endings) {
      if (word.endsWith(ending) && word.length - ending.length >= this.table.shortest) yield word.slice(0, -ending.length) + instead;
    }
  }

  #withoutEnding(word) {
    return [...this.#stems(word)];
  }

  #shard(word) {
    return this.shards.get(this.#nameOf(word));
  }

  /** The name of the file that knows a word: what it begins with, or `0` for numbers and the like. */
  #nameOf(word) {
    if (!/^[a-z]/.test(word)) return "0";
    const two = word.slice(0, 2);
    return two in this.table.files ? two : word[0];
  }

  async #load(words) {
    const wanted = new Set(words.map((word) => this.#nameOf(word)).filter((name) => name in this.table.files && !this.shards.has(name)));
    await Promise.all(
      [...wanted].map(async (name) => {
        const { keys, forms } = await this.read(this.table.files[name]);
        // Without a prototype: a question may be “constructor”.
        this.resolved.clear();
        this.shards.set(name, { keys: new Set(keys.split(" ")), forms: Object.assign(Object.create(null), forms) });
      })
    );
  }
}
