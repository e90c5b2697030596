// Results on the page: grouped by kind, each group with its heading and its own way to see more.

import { marked } from "./search-marks.js";

const AT_FIRST = 10; // results on the page to begin with: each is a file
const IN_A_GROUP = 5; // of these, results of a group
const MORE = 10; // and of one that was asked for by itself, and with each step on

export class Results {
  /** `part` finds the elements of the page that carry `data-search-…`. */
  constructor(part) {
    this.list = part("results");
    this.group = part("group").content;
    this.item = part("result").content;
    this.groups = [...part("kinds").querySelectorAll("[data-group]")].map(({ dataset }) => ({
      name: dataset.group,
      title: dataset.title,
      kinds: dataset.kinds.split(" "),
    }));
  }

  /** The name of the group that a kind of page belongs to; what nobody thought of belongs to the last. */
  groupOf(kind) {
    return (this.groups.find(({ kinds }) => kinds.includes(kind)) ?? this.groups.at(-1)).name;
  }

  /** How many results each group has. */
  counts(results) {
    const counts = new Map();
    for (const { kind } of results) counts.set(this.groupOf(kind), (counts.get(this.groupOf(kind)) ?? 0) + 1);
    return counts;
  }

  clear() {
    this.list.replaceChildren();
  }

  /**
   * Show results, in the order in which their groups are met: the first of all, and the others of a group when they are asked for. `isAsked`
   * says of a word whether to mark it.
   */
  async show(results, isAsked, isCurrent) {
    const counts = this.counts(results);
    const atFirst = new Set(results.slice(0, AT_FIRST));
    const sections = await Promise.all(
      [...counts].map(async ([name, count]) => {
        const own = results.filter(({ kind }) => this.groupOf(kind) === name);
        const first = Math.min(own.filter((result) => atFirst.has(result)).length, counts.size > 1 ? IN_A_GROUP : MORE);
        return this.#section(name, count, own, first, isAsked);
      })
    );
    if (isCurrent()) this.list.replaceChildren(...sections);
  }

  async #section(name, count, results, first, isAsked) {
    const section = this.group.cloneNode(true).firstElementChild;
    const heading = section.querySelector("h2");
    heading.textContent = `${this.groups.find((group) => group.name === name).title} (${count})`;
    const list = section.querySelector("ol");
    const more = section.querySelector("button");
    const waiting = [...results];
    const add = async (many) => {
      list.append(...(await this.items(waiting.splice(0, many), isAsked)));
      more.hidden = !waiting.length;
    };
    more.setAttribute("aria-label", `${more.textContent.trim()}: ${heading.textContent}`);
    more.addEventListener("click", async () => {
      const before = list.children.length;
      await add(MORE);
      list.children[before]?.querySelector("a").focus();
    });
    await add(first);
    return section;
  }

  /** The elements of some results. */
  async items(results, isAsked) {
    const data = await Promise.all(results.map((result) => result.data()));
    return data.map(({ url, meta }, place) => {
      const item = this.item.cloneNode(true).firstElementChild;
      const link = item.querySelector("a");
      link.href = url;
      link.append(...marked(meta.title || url, isAsked));
      item.querySelector("[data-about]").append(...marked(meta.summary ?? "", isAsked));
      item.querySelector("[data-beginning]").hidden = !results[place].isBeginning;
      return item;
    });
  }
}
