"""What an area adds to a policy belongs to one of its clauses, for as long as it holds.

An annex names the clauses to which it adds. When a new version of the policy no longer has such a clause, the local words would be lost
without anybody seeing it, so an annex ends before, or a new one takes its place. The same goes for contacts beside a clause.

Refused::

    data/policies/cyswllt.yml: {annexes: [{area_id: dyffryn, version: "1.0"}]}
    content/policies/cyswllt/annexes/dyffryn/1.0.cy.md: |
      ---
      translation: draft
      ---

      ## Ble i anfon llythyrau {#anfon}

      I’r swyddfa.
    content/policies/cyswllt/annexes/dyffryn/1.0.en.md: |
      ---
      translation: draft
      ---

      ## Where to send letters {#anfon}

      To the office.
"""

from collections.abc import Iterator
from itertools import combinations

from drws.domains.policies.local.areas import annex_span, area_of, holds_in, versions_beside
from drws.domains.policies.local.record import Annex
from drws.domains.policies.policy.record import Policy
from drws.domains.policies.text.queries import annex_text, policy_texts, text_of
from drws.domains.policies.text.record import PolicyText
from drws.kernel.problem import Place, Problem, nearest
from drws.kernel.site import Site
from drws.planning.check import Subject

ID = "policy-annex"


def check(subject: Subject) -> Iterator[Problem]:
    """Every annex without words, without a place or without a clause, and all words without an annex."""
    yield from _without_an_annex(subject)
    for policy in subject.site.all(Policy):
        yield from _together(policy)
        for index, annex in enumerate(policy.annexes):
            yield from _annex(policy, annex, index, subject.site)
        yield from _contacts(policy, subject.site)


def _without_an_annex(subject: Subject) -> Iterator[Problem]:
    unread = subject.unread.get(Policy.FOLDER, frozenset())
    for (policy_id, area_id, version), text in policy_texts(subject.site).annexes.items():
        policy = subject.site.get(Policy, policy_id)
        annexes = policy.annexes if policy else ()
        if policy_id not in unread and (area_id, version) not in [(each.area_id, each.version) for each in annexes]:
            place = Place(next(iter(text.opening.values())).file, line=1, column=1)
            known = (f"{each.area_id}/{each.version}" for each in annexes if area_of(each, subject.site))
            meant = nearest(f"{area_id}/{version}", known)
            values = {"id": policy_id, "area": area_id, "version": version, "nearest": meant}
            yield Problem(place, "policy-annex.no-record", values)


def _together(policy: Policy) -> Iterator[Problem]:
    for (_, one), (index, two) in combinations(enumerate(policy.annexes), 2):
        if one.area_id != two.area_id:
            continue
        if one.version == two.version:
            yield Problem(policy.at("annexes", index, "version"), "policy-annex.twice", {"version": one.version})
        elif not one.is_draft and not two.is_draft and annex_span(one, policy).meets(annex_span(two, policy)):
            yield Problem(policy.at("annexes", index, "in_force"), "policy-annex.overlap", {"version": one.version})


def _annex(policy: Policy, annex: Annex, index: int, site: Site) -> Iterator[Problem]:
    area = area_of(annex, site)
    if area is None:
        return  # the check of references says so
    if not holds_in(policy, area):
        values = {"area": annex.area_id, "known": ", ".join(policy.region_ids)}
        yield Problem(policy.at("annexes", index, "area_id"), "policy-annex.elsewhere", values)
    text = annex_text(policy, annex, site)
    if text is None:
        if (policy.id, annex.area_id, annex.version) not in policy_texts(site).unread:
            file = f"content/policies/{policy.id}/annexes/{annex.area_id}/{annex.version}.{site.languages[0].code}.md"
            yield Problem(policy.at("annexes", index, "version"), "policy-annex.no-words", {"file": file})
        return
    for version in versions_beside(policy, annex, site.as_of):
        whole = text_of(policy, version, site)
        if whole:
            yield from _clauses(text, whole, policy, site)
        elif (policy.id, version.version) not in policy_texts(site).unread:
            yield Problem(policy.at("annexes", index), "policy-annex.no-text", {"version": version.version})


def _clauses(text: PolicyText, whole: PolicyText, policy: Policy, site: Site) -> Iterator[Problem]:
    """The clauses of an annex that a version does not have: no version has it, or only others do."""
    for clause in text.clauses:
        if whole.clause(clause.id):
            continue
        place = next(iter(clause.texts.values())).place
        others = (text_of(policy, each, site) for each in policy.versions)
        if any(each.clause(clause.id) for each in others if each):
            yield Problem(place, "policy-annex.gone", {"id": clause.id, "version": whole.version})
        else:
            yield Problem(place, "policy-annex.no-clause", _meant(clause.id, whole))


def _contacts(policy: Policy, site: Site) -> Iterator[Problem]:
    for index, version in enumerate(policy.versions):
        whole = text_of(policy, version, site)
        for number, each in enumerate(version.local_contacts):
            place = policy.at("versions", index, "local_contacts", number, "clause")
            if whole and not whole.clause(each.clause):
                yield Problem(place, "policy-annex.no-clause", _meant(each.clause, whole))
            elif not whole and (policy.id, version.version) not in policy_texts(site).unread:
                yield Problem(place, "policy-annex.no-text", {"version": version.version})


def _meant(id_: str, whole: PolicyText) -> dict[str, str]:
    return {"id": id_, "version": whole.version, "nearest": nearest(id_, [each.id for each in whole.clauses])}
