"""The feeds as files: the answers of the API, each where a web server finds it by the path that the standard has, with `.json` after it."""

import json
from collections.abc import Callable, Iterator
from functools import partial

from drws.domains.directory.audience.record import Audience, KindOfHelp
from drws.domains.directory.organization.record import Authority
from drws.domains.open_referral.addresses import BUNDLE, FEED, folder
from drws.domains.open_referral.envelope import listed, page
from drws.domains.open_referral.feed import COLLECTIONS, collection, makers, root, services_in, services_with
from drws.domains.open_referral.ids import uuid_of
from drws.domains.open_referral.stated import Stated
from drws.domains.open_referral.taxonomy import Taxonomy
from drws.planning.export import File, Publication
from drws.planning.plan import Planner


def export(publication: Publication) -> Iterator[File]:
    """A feed for each language of the site: the root, the lists, a file for each object, lists by authority and term, and one with everything."""
    for planner in publication.planners:
        yield planner.addresses.path(FEED, planner.code), partial(_root, planner)
        yield planner.addresses.path(BUNDLE, planner.code), partial(_bundle, planner)
        for name in COLLECTIONS:
            yield f"{folder(planner.code)}/{name}.json", partial(_list, name, planner)
            for id_, make in makers(name, planner).items():
                yield f"{folder(planner.code)}/{name}/{id_}.json", partial(_one, make)
        yield from _narrowed_down(planner)


def _narrowed_down(planner: Planner) -> Iterator[File]:
    """Lists that an API would answer to a question: a file cannot be asked any."""
    services = f"{folder(planner.code)}/services"
    for authority in planner.site.all(Authority):
        yield f"{services}/by-authority/{authority.code}.json", partial(_of_authority, authority, planner)
    for taxonomy, model in ((Taxonomy.AUDIENCE, Audience), (Taxonomy.KIND_OF_HELP, KindOfHelp)):
        for term in planner.site.all(model):
            id_ = uuid_of(planner.site, "taxonomy_term", taxonomy.value, term.id)
            yield f"{services}/by-term/{id_}.json", partial(_with_term, taxonomy, term.id, planner)


def _root(planner: Planner) -> bytes:
    return _as_json(root(planner))


def _bundle(planner: Planner) -> bytes:
    everything = {name: list(collection(name, planner)) for name in COLLECTIONS}
    return _as_json({"x_feed": root(planner), **everything})


def _list(name: str, planner: Planner) -> bytes:
    return _as_json(page(map(listed, collection(name, planner))))


def _one(make: Callable[[], Stated]) -> bytes:
    return _as_json(make())


def _of_authority(authority: Authority, planner: Planner) -> bytes:
    return _as_json(page(map(listed, services_in(authority, planner))))


def _with_term(taxonomy: Taxonomy, code: str, planner: Planner) -> bytes:
    return _as_json(page(map(listed, services_with(taxonomy, code, planner))))


def _as_json(value: Stated) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
