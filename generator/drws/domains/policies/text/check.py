"""Clauses of policies say whom they bind, and bind as far in every language.

A text belongs to a version of a policy: one that has none is never read.

A clause that says *must* without saying who binds nobody. A *must* that is a *should* in the other language binds two readers differently.
The words that count stand in `strength_words` in `data/site.yml`.

Refused::

    content/policies/cyswllt/1.1.en.md: |
      ---
      translation: draft
      ---

      ## The agreement {#agreement by=agency}

      The agency should write an agreement.
"""

from collections.abc import Iterator

from drws.domains.policies.policy.record import Policy
from drws.domains.policies.settings import PolicySettings
from drws.domains.policies.text.queries import policy_texts
from drws.domains.policies.text.questions import NAME
from drws.domains.policies.text.record import Clause, PolicyText, PolicyTexts
from drws.kernel.problem import Place, Problem, nearest
from drws.planning.check import Subject

ID = "policy-text"


def check(subject: Subject) -> Iterator[Problem]:
    """Every text without a version, every question about no clause, every clause that binds nobody known, and every one that binds differently in two languages."""
    site = subject.site
    texts = policy_texts(site)
    unread = subject.unread.get(Policy.FOLDER, frozenset())
    roles = [role.id for role in site.settings(PolicySettings).policy_roles]
    for annex in texts.annexes.values():
        yield from _clauses(annex, roles)
    for (policy_id, version), text in texts.by_version.items():
        policy = site.get(Policy, policy_id)
        if policy_id not in unread and (policy is None or policy.version(version) is None):
            place = next(iter(text.opening.values())).file
            known = [each.version for each in policy.versions] if policy else list(site.of(Policy))
            wanted = version if policy else policy_id
            values = {"version": version, "id": policy_id, "nearest": nearest(wanted, known)}
            yield Problem(Place(place, line=1, column=1), "policy-text.no-version", values)
        yield from _clauses(text, roles)
    yield from _questions(texts)
    for policy in site.all(Policy):
        for index, each in enumerate(policy.versions):
            found = texts.by_version.get((policy.id, each.version))
            for number, change in enumerate(each.changes):
                if change.clause and found and not found.clause(change.clause):
                    values = {"id": change.clause, "nearest": nearest(change.clause, [one.id for one in found.clauses])}
                    place_of = policy.at("versions", index, "changes", number, "clause")
                    yield Problem(place_of, "policy-text.no-clause", values)


def _questions(texts: PolicyTexts) -> Iterator[Problem]:
    """Questions about clauses that no version has. A clause that a version to come has may have its questions already."""
    clauses: dict[str, set[str]] = {}
    for (policy_id, _), text in texts.by_version.items():
        clauses.setdefault(policy_id, set()).update(clause.id for clause in text.clauses)
    unread = {policy_id for policy_id, *_ in texts.unread}
    for policy_id, asked in texts.questions.items():
        known = clauses.get(policy_id, set())
        for number, each in enumerate(asked.questions):
            if each.clause not in known and policy_id not in unread:
                place = Place(f"content/policies/{policy_id}/{NAME}", ("questions", number, "clause"))
                values = {"id": each.clause, "nearest": nearest(each.clause, sorted(known))}
                yield Problem(place, "policy-text.no-clause", values)


def _clauses(text: PolicyText, roles: list[str]) -> Iterator[Problem]:
    for clause in text.clauses:
        for id_ in clause.role_ids:
            if id_ not in roles:
                place = next(iter(clause.texts.values())).place
                yield Problem(place, "policy-text.role", {"id": id_, "nearest": nearest(id_, roles)})
        yield from _strength(clause)


def _strength(clause: Clause) -> Iterator[Problem]:
    first, *others = clause.texts.values()
    counts = dict(first.strengths)
    if counts and not clause.role_ids:
        yield Problem(first.place, "policy-text.nobody", {"id": clause.id})
    for other in others:
        if other.language == first.language:
            continue  # a language in part that borrows the words
        counts_of_other = dict(other.strengths)
        for strength in counts | counts_of_other:
            one, two = counts.get(strength, 0), counts_of_other.get(strength, 0)
            if one != two:
                values = {
                    "id": clause.id,
                    "strength": strength.value,
                    "one": one,
                    "two": two,
                    "language": first.language,
                }
                yield Problem(other.place, "policy-text.strength", values)
