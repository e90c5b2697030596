"""The text of `data/addresses.yml`: what it had, and what is published now."""

from collections.abc import Mapping, Sequence

from drws.domains.directory.contact.record import Contact
from drws.domains.website.ledger.record import Ledger
from drws.kernel.site import Site
from drws.planning.addresses import Addresses

HEAD = """\
# Every address of the site. `drws addresses` writes this file; look at what it changed before you merge it. What stood at an address and is no
# longer there stays here: CONTRIBUTING.md says how to rename a record and how to withdraw a page. Of several addresses the first one is today's.
"""


def with_todays(ledger: Ledger, site: Site, addresses: Addresses) -> Ledger:
    """The ledger with what a site has today. What is no longer there stays: somebody may have the address."""
    table = {name: dict(languages) for name, languages in ledger.addresses.items()}
    for (name, language), address in addresses.paths.items():
        if not address.endswith(".html"):  # what a host shows where there is nothing has no address of its own
            before = table.setdefault(name, {}).get(language, ())
            table[name][language] = (address, *(each for each in before if each != address))
    return Ledger(table, page_counts(site, addresses), contact_count(site))


def page_counts(site: Site, addresses: Addresses) -> dict[str, int]:
    """How many pages a site has in each language."""
    return {
        each.code: sum(code == each.code and address.endswith("/") for (_, code), address in addresses.paths.items())
        for each in site.languages
    }


def as_yaml(ledger: Ledger) -> str:
    """As the file has it: a line for each name, in the order of the names, so that a difference shows only what changed."""
    lines = [
        f"  {name}: {{{_by_language(languages)}}}\n"
        for name, languages in sorted(ledger.addresses.items())
        if languages
    ]
    pages = ", ".join(f"{language}: {count}" for language, count in sorted(ledger.pages.items()))
    return f"{HEAD}contacts: {ledger.contacts}\npages: {{{pages}}}\naddresses:\n{''.join(lines)}"


def _by_language(languages: Mapping[str, Sequence[str]]) -> str:
    return ", ".join(f"{language}: {_one_or_several(each)}" for language, each in sorted(languages.items()))


def _one_or_several(addresses: Sequence[str]) -> str:
    return addresses[0] if len(addresses) == 1 else f"[{', '.join(addresses)}]"


def contact_count(site: Site) -> int:
    """How many contacts a site has, whether or not what they say is too old to be shown."""
    return len(site.all(Contact))
