"""The button that leaves the site at once is on pages that exist.

A page whose name is misspelt would go without the button, and nobody would see that. The page of advice beside it exists as well.

Refused::

    data/site.yml:
      exit_this_page:
        website: {cy: "https://tywydd.example/", en: "https://tywydd.example/"}
        pages: [contacts]
"""

from collections.abc import Iterator

from drws.domains.website.settings import WebsiteSettings
from drws.kernel.problem import Problem, nearest
from drws.planning.check import Subject

ID = "exit-this-page"


def check(subject: Subject) -> Iterator[Problem]:
    """Every name that no page has."""
    settings = subject.site.partnership.settings(WebsiteSettings)
    exit_this_page = settings.exit_this_page if settings else None
    if not exit_this_page:
        return
    named: dict[tuple[str | int, ...], str] = {
        ("pages", index): name for index, name in enumerate(exit_this_page.pages)
    }
    if exit_this_page.advice_page:
        named["advice_page",] = exit_this_page.advice_page
    for path, name in named.items():
        if not subject.has_page(name):
            place = subject.site.partnership.at("exit_this_page", *path)
            near = nearest(name, subject.addresses.pages)
            yield Problem(place, "exit-this-page.unknown", {"name": name, "nearest": near})
