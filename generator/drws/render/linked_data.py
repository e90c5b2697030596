"""What a page tells programs (JSON-LD 1.1, in a script element that is data and never run): the page itself, the way to it, and its subject."""

import json
from functools import partial
from urllib.parse import urljoin

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from drws.kernel.site import Site
from drws.planning.linked_data import CONTEXT, Node, node
from drws.planning.page_plan import PagePlan
from drws.say.foreign_words import unmarked

QUESTION = "Question"
"""What a page answers is a part of the page. Everything else that it is about is a thing of its own."""

_written = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))


def linked_data(plan: PagePlan, site: Site) -> Markup:
    """The data of a page, so that nothing in it can end the element: `<`, `>`, `&` and `'` are escaped (JSON in HTML, as Jinja has it).

    Empty for a page that answers to no address of its own.
    """
    if not plan.path.endswith("index.html"):
        return Markup()
    asked = [each for each in plan.linked_data if each["@type"] == QUESTION]
    things = [each for each in plan.linked_data if each["@type"] != QUESTION]
    graph = [_page(plan, asked or [{"@id": each["@id"]} for each in things if "@id" in each], site), *things]
    return htmlsafe_json_dumps({"@context": CONTEXT, "@graph": graph}, dumps=_written)


def _page(plan: PagePlan, main: list[Node], site: Site) -> Node:
    address = urljoin(site.partnership.url, plan.url)
    said = {
        "@id": address,
        "url": address,
        "name": plan.title,
        "inLanguage": plan.language,
        "isPartOf": {"@id": f"{site.partnership.url}#website"},
        "datePublished": plan.published_date.isoformat() if plan.published_date else None,
        "dateModified": plan.updated_date.isoformat() if plan.updated_date else None,
        "lastReviewed": plan.last_reviewed.isoformat() if plan.last_reviewed else None,
        "breadcrumb": _way(plan, site),
        "mainEntity": main[0] if len(main) == 1 else main,
    }
    return node(plan.page_type, said)


def _way(plan: PagePlan, site: Site) -> Node | None:
    """The way from the home page to the page, which is its last step."""
    if not plan.breadcrumbs:
        return None
    steps = [*((unmarked(step.title), step.url) for step in plan.breadcrumbs), (plan.title, plan.url)]
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": urljoin(site.partnership.url, url)}
        for place, (name, url) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
