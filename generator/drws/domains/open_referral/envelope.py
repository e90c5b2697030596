"""Lists as the API of HSDS answers them: pages. A static site has one, with everything in it."""

from collections.abc import Iterable

from drws.domains.open_referral.stated import Stated


def page(contents: Iterable[Stated]) -> Stated:
    """The one page of a list (HSDS API reference, “Lists”)."""
    everything = list(contents)
    return {
        "total_items": len(everything),
        "total_pages": 1,
        "page_number": 1,
        "size": len(everything),
        "first_page": True,
        "last_page": True,
        "empty": not everything,
        "contents": everything,
    }


def listed(whole: Stated) -> Stated:
    """What of an object stands in a list: its own values, and the organization, but no lists of what belongs to it."""
    own = {name: value for name, value in whole.items() if not isinstance(value, list)}
    return {**own, "organization": listed(own["organization"])} if "organization" in own else own
