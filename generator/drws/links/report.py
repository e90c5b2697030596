"""What editors are told of links to pages of others."""

from collections.abc import Iterator, Mapping

from drws.domains.website.audits.links import TOLD_AFTER, BrokenLink
from drws.kernel.problem import Place, Problem, Severity
from drws.links.ask import Answer, State


def problems(
    failures: Mapping[str, BrokenLink], answers: Mapping[str, Answer], named: Mapping[str, tuple[Place, ...]]
) -> Iterator[Problem]:
    """Each link that is broken, at each place; and, as a notice, each that was asked now and leads elsewhere for good."""
    for url, failure in failures.items():
        if len(failure.failed_on) >= TOLD_AFTER:
            values = {
                "url": url,
                "status": failure.status,
                "days": len(failure.failed_on),
                "since": failure.failed_on[0],
            }
            yield from (Problem(place, "outside.broken", values, Severity.WARNING) for place in named[url])
    for url, answer in answers.items():
        if answer.state is State.MOVED:
            values = {"url": url, "to": answer.to}
            yield from (Problem(place, "outside.moved", values, Severity.NOTICE) for place in named[url])
