"""A summary fits into a list: at most 160 characters in each language.

Refused::

    data/services/grwp-rhieni.yml:
      summary:
        cy: Grŵp i rieni.
        en: >-
          A group for parents who want to meet other parents, drink tea, talk about how the week went, ask each other for advice, and go home a
          little lighter than they came, which is much.
"""

from collections.abc import Iterator

from drws.domains.directory.service.record import Service
from drws.kernel.problem import Problem
from drws.planning.check import Subject

ID = "summaries"

LONGEST = 160
"""Characters. Search engines show about as many, and so does a phone in three lines."""


def check(subject: Subject) -> Iterator[Problem]:
    """Every summary that is too long, in the language in which it is."""
    for service in subject.site.all(Service):
        for language, words in service.summary.words.items():
            if len(words) > LONGEST:
                yield Problem(
                    service.at("summary", language), "summaries.too-long", {"length": len(words), "longest": LONGEST}
                )
