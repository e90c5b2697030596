"""A translator has read the policies, and a lawyer has read those of which their authors were not sure.

They say it as [records of the law](#launch-law) do. Only policies whose words stand on this site count: those of others are not ours to mend.
"""

from collections.abc import Iterator

from drws.domains.law.check_launch import questions_in
from drws.domains.policies.policy.record import Policy
from drws.domains.policies.text.record import PolicyTexts
from drws.kernel.entity import Translation
from drws.kernel.problem import Place, Problem
from drws.planning.check import Subject

ID = "policies"


def check(subject: Subject) -> Iterator[Problem]:
    """How many texts nobody has read, and the policies that have questions, by their names."""
    site = subject.site
    texts = site.dataset(PolicyTexts) or PolicyTexts()
    own = [*texts.by_version.values(), *texts.annexes.values()]
    unread = [each for each in own if each.translation is Translation.DRAFT]
    if unread and len(site.languages) > 1:
        values = {"count": len(unread), "total": len(own), "places": f"policies {len(unread)}"}
        yield Problem(Place("content/policies", line=1, column=1), "launch.unread", values)
    written_here = {id_ for id_, _ in texts.by_version}
    yield from questions_in([each for each in site.all(Policy) if each.id in written_here], Policy.FOLDER)
