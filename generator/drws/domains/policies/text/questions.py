"""What staff ask, clause by clause: `content/policies/<policy>/questions.yml`, beside the texts. Search finds a clause by these words too."""

from drws.kernel.entity import Part
from drws.kernel.names import AlternateNames
from drws.kernel.values import Slug

NAME = "questions.yml"


class ClauseQuestions(Part):
    """What people type when they need a clause, above all in words that it does not have itself. No page shows them."""

    clause: Slug
    """The id of the clause, in whichever version it is."""
    said: AlternateNames
    """What they type, by language: `{en: [who signs it off, final say]}`."""


class PolicyQuestions(Part):
    """The questions of one policy."""

    questions: tuple[ClauseQuestions, ...]
    """By clause, in the order of the text."""

    def about(self, clause_id: str, language: str) -> tuple[str, ...]:
        """What is asked in a language when a clause is needed."""
        return next((each.said.in_language(language) for each in self.questions if each.clause == clause_id), ())
