"""Every question of an audience is answered, and leads on.

Whoever asks needs an answer, in two sentences, and the page of this site where it is told in full. A question that nobody can answer yet is left out.

Refused::

    data/audiences/rhieni.yml:
      questions:
        - question: {cy: Pwy sydd yno?, en: Who is there?}
          basis: inferred
          sources: [{url: https://dyffryn.example/}]
"""

from collections.abc import Iterator

from drws.domains.directory.audience.record import Audience
from drws.kernel.problem import Problem
from drws.planning.check import Subject

ID = "questions"


def check(subject: Subject) -> Iterator[Problem]:
    """Every question without an answer, and every question that leads nowhere."""
    for audience in subject.site.all(Audience):
        for index, question in enumerate(audience.questions):
            if question.answer is None:
                yield Problem(audience.at("questions", index), "questions.no-answer")
            if not question.more:
                yield Problem(audience.at("questions", index), "questions.no-more")
