// What a question is about: the topic with most of its words, and what that leaves out.
import assert from "node:assert/strict";
import test from "node:test";

import { Topics } from "../../theme/assets/search-topics.js";

const topics = new Topics(
  [
    { said: ["@child school*", "homework"], pages: ["school", "money", "more"], without: [] },
    { said: ["letter*", "write/send mum", "photo* letter*"], pages: ["letterbox", "contact"], without: ["adopting"] },
  ],
  { before: {}, groups: { child: "son/daughter" } },
);

test("the topic leads that has most of the words of a question", () => {
  assert.deepEqual(topics.of("my son hates homework at school"), { pages: ["school", "money"], without: [] });
  assert.deepEqual(topics.of("can i send photos with a letter to mum").pages, ["letterbox", "contact"]);
});

test("of two topics that are as likely the first page of each comes first", () => {
  const { pages, without } = topics.of("a letter about homework");
  assert.deepEqual(pages, ["school", "letterbox", "money", "contact"]);
  assert.deepEqual(without, ["adopting"]);
});

test("a word that is said twice tells once", () => {
  assert.deepEqual(topics.of("letter letters letter letters my son at school with homework").pages, ["school", "money"]);
});

test("a question may be about none of them", () => {
  assert.deepEqual(topics.of("opening hours"), { pages: [], without: [] });
  assert.deepEqual(topics.of(""), { pages: [], without: [] });
});

test("a question has two words for two words of a pattern", () => {
  const named = new Topics([{ said: ["@child son/mum"], pages: ["x"], without: [] }], { before: {}, groups: { child: "son" } });
  assert.deepEqual(named.of("my son").pages, []);
  assert.deepEqual(named.of("my son and his mum").pages, ["x"]);
});

test("a topic whose pages another leaves out gives way to the next", () => {
  const [court, lawyer, long] = [{ id: "court" }, { id: "lawyer" }, { id: "long-ago" }];
  const others = new Topics(
    [
      { said: ["took baby"], pages: [court], without: [] },
      { said: ["took baby"], pages: [lawyer, court], without: [] },
      { said: ["took baby 195*/196*"], pages: [long], without: ["court", "lawyer"] },
    ],
    { before: {}, groups: {} },
  );
  assert.deepEqual(others.of("they took my baby in 1958").pages, [long]);
  assert.deepEqual(others.of("they took my baby").pages, [court, lawyer, court]);
});

test("the first page of a section gives way to a guide of the section", () => {
  const [support, school, letters] = [{ id: "support" }, { id: "school" }, { id: "letters" }];
  const said = [
    { said: ["behav*", "struggl*"], pages: [support], without: [] },
    { said: ["school"], pages: [school], without: [] },
    { said: ["letter*"], pages: [letters], without: [] },
  ];
  const within = new Topics(said, { before: {}, groups: {} }, new Map([["school", "support"]]));
  assert.deepEqual(within.of("struggling with behaviour at school").pages, [school, support]);
  assert.deepEqual(within.of("struggling with behaviour and a letter").pages, [support, letters]);
});
