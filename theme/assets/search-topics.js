// What a question is about where its words are not those of a page: data/search/topics.yml, with the pages of each topic.

import { Patterns } from "./search-patterns.js";

const NEARLY = 0.5; // of the points of the first topic, what a second one has to have to be as likely
const SHOWN = 2; // pages of a topic

export class Topics {
  /**
   * `topics` is a list of `{said, pages, without}`: patterns, pages, the best one first, and those that are left out. `grammar` is that of their
   * language. `sections` has the first page of the section that a guide stands in, by the guide.
   */
  constructor(topics, grammar, sections = new Map()) {
    this.topics = topics;
    this.sections = sections;
    this.patterns = new Patterns({ before: grammar?.before ?? {}, groups: grammar?.groups ?? {}, kinds: topics.map(({ said }) => said) });
  }

  /**
   * Pages for a question, the likeliest first, and those to leave out. The topic leads that has most of its words. Of two topics that are as
   * likely, the first page of each comes before the others; the first page of a section gives way to a guide of the section, which answers more
   * nearly. A topic whose pages another leaves out gives way to the next.
   */
  of(question) {
    const said = this.patterns.placesIn(question);
    const topics = said.flatMap((places, topic) => (places.size ? [{ ...this.topics[topic], points: places.size }] : []));
    const likely = topics.sort((one, other) => other.points - one.points);
    const close = likely.filter(({ points }) => points >= NEARLY * likely[0].points);
    const without = close.flatMap((topic) => topic.without);
    const left = close.map(({ pages }) => pages.filter((page) => !without.includes(page.id))).filter(({ length }) => length);
    const [one, other] = left;
    const section = other && this.sections.get(other[0].id);
    const pages = section && section === one[0].id ? [other, one] : left.slice(0, 2);
    return {
      pages: [...pages.map(([first]) => first), ...pages.flatMap((others) => others.slice(1, SHOWN))],
      without,
    };
  }
}
