"""A built page, read once: what the verifiers need of it, and nothing else."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser

from drws.verify.passages import Telling, in_other_languages

FETCHING = frozenset({"src", "poster", "data", "background", "action", "formaction", "ping", "xlink:href"})
"""Attributes whose address the browser asks for by itself, or sends something to."""
SETS = frozenset({"srcset", "imagesrcset"})
"""Attributes with several such addresses."""
MOVING = frozenset({"to", "from", "by", "values"})
"""Attributes with which a drawing changes another one, an address for instance."""
SILENT = frozenset({"class", "lang", "hreflang", "rel", "role", "for", "name", "type", "aria-label", "aria-labelledby"})
"""Attributes that hold neither an address nor code. Most elements have no others."""
_BETWEEN = "[\t\n\r]*"
RUNS = re.compile(
    "[\x00-\x20]*("
    + "|".join(_BETWEEN.join(scheme) for scheme in ("javascript", "vbscript", "data"))
    + f"){_BETWEEN}:",
    re.IGNORECASE,
)
"""The beginning of an address that is itself script or a document. Browsers pass over what stands before it and the tabs and line ends within it (URL Standard, section 4.4)."""
POLICY_OR_GOVERNED = "meta[http-equiv='content-security-policy' i], script, style, link[rel='stylesheet' i], link[rel*='preload' i], base, img"
"""A page's policy, and what it is for. It holds for what comes after it."""
DATA_FOR_PROGRAMS = "application/ld+json"
"""A script of this type is data: nothing runs it."""
HIDING = ("noindex", "none")
"""What a page tells search engines that wants to be in no index."""
REPLACED = "\ufffd"
"""Stands where bytes were no text. A page that is whole has none."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a built page links to, holds and says of itself."""

    path: str
    """Its file, from the root of the site."""
    language: str
    title: str
    ids: frozenset[str]
    repeated_ids: tuple[str, ...]
    links: tuple[str, ...]
    """Addresses that a visitor may go to."""
    fetched: tuple[str, ...]
    """Addresses that the browser fetches by itself (styles, scripts, images, icons), or sends a form to; and those that scripts are given."""
    alternates: tuple[tuple[str, str], ...]
    """Language and address of every `link rel=alternate`."""
    canonical: tuple[str, ...]
    """What it names as its own address."""
    sends_to: str
    """Where it sends by itself whoever opens it; empty where they stay."""
    inline: tuple[str, ...]
    """Script or style that stands in the page itself."""
    policy: str
    """Its Content-Security-Policy; empty where there is none, or it comes too late."""
    robots: str
    """What it tells search engines."""
    unreadable_data: bool
    """Has it data for programs that they cannot read?"""
    description: str
    """What search engines show below its title."""
    preview: Mapping[str, str]
    """What chats are told to show with a link to it, by property (Open Graph): `og:title`."""
    told: tuple[object, ...]
    """The data for programs on it."""
    is_text: bool
    """Is it UTF-8?"""
    is_whole: bool
    """Does it end where a page ends?"""
    other_words: tuple[str, ...]
    """Words in another language of the site that are not marked as such."""

    @property
    def hides_itself(self) -> bool:
        """Does it want to be in no index?"""
        return any(word in self.robots for word in HIDING)


def read(path: str, html: str, languages: Telling) -> Document:
    """Take apart the HTML of a page. `languages` are those of the site, with what tells them apart."""
    tree = LexborHTMLParser(html)
    root = tree.root
    language = (root.attributes.get("lang") or "") if root else ""
    title = tree.css_first("head > title")
    found, described = _found(tree), _described(tree)
    links, fetched = tuple(dict.fromkeys(found.links)), tuple(dict.fromkeys(found.fetched))
    return Document(
        path=path,
        language=language,
        title=title.text(strip=True) if title else "",
        ids=frozenset(found.ids),
        repeated_ids=tuple(id_ for id_, times in found.ids.items() if times > 1),
        links=links,
        fetched=fetched,
        alternates=tuple(found.alternates),
        canonical=tuple(found.canonical),
        sends_to=found.sends_to,
        inline=(*found.inline, *filter(RUNS.match, links), *filter(RUNS.match, fetched)),
        policy=_policy(tree),
        robots=_robots(tree),
        unreadable_data=found.has_unreadable_data,
        description=" ".join(described.get("description", "").split()),
        preview={name: words for name, words in described.items() if name.startswith("og:")},
        told=tuple(found.told),
        is_text=REPLACED not in html,
        is_whole=html.endswith("</html>\n") or html.rstrip().endswith("</html>"),
        other_words=in_other_languages(tree, path, language, languages),
    )


def _found(tree: LexborHTMLParser) -> "_Found":
    """What the elements of a page hold, and those of its templates: their content is no part of it until a script puts it there."""
    found = _Found()
    for node in tree.css("style, script:not([src]), template"):
        if node.tag == "template":
            found.add(_found(LexborHTMLParser((node.html or "").partition(">")[2])))
        elif (node.attributes.get("type") or "").strip().lower() != DATA_FOR_PROGRAMS:
            found.inline.append(f"<{node.tag}>")
        elif (data := _json(node.text())) is None:
            found.has_unreadable_data = True
        else:
            found.told.append(data)
    for node in tree.css("*"):
        attributes = node.attributes
        for name, value in attributes.items():
            if name not in SILENT:
                found.take(node.tag or "", name, value or "", attributes)
    return found


def _json(text: str) -> object:
    """What JSON says; None where it is none, or says one value only."""
    try:
        data = json.loads(text)
    except ValueError:
        return None
    return data if isinstance(data, dict | list) else None


def _described(tree: LexborHTMLParser) -> Mapping[str, str]:
    """What the head of a page says of it, by name or property. Of several with one name the first counts."""
    described: dict[str, str] = {}
    for node in tree.head.css("meta[name], meta[property]") if tree.head else ():
        name = node.attributes.get("property") or node.attributes.get("name") or ""
        described.setdefault(name, node.attributes.get("content") or "")
    return described


def _robots(tree: LexborHTMLParser) -> str:
    told = tree.head.css("meta[name='robots' i]") if tree.head else []
    return ", ".join(node.attributes.get("content") or "" for node in told).lower()


def _policy(tree: LexborHTMLParser) -> str:
    first = tree.css_first(POLICY_OR_GOVERNED)
    return (first.attributes.get("content") or "") if first and first.tag == "meta" else ""


@dataclass(slots=True)
class _Found:
    """What the attributes of a page say, sorted."""

    inline: list[str] = field(default_factory=list)
    ids: Counter[str] = field(default_factory=Counter)
    links: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    alternates: list[tuple[str, str]] = field(default_factory=list)
    canonical: list[str] = field(default_factory=list)
    sends_to: str = ""
    has_unreadable_data: bool = False
    told: list[object] = field(default_factory=list)

    def add(self, other: "_Found") -> None:
        """What may become part of the page: it has neither ids yet nor anything that counts in its head."""
        self.links += other.links
        self.fetched += other.fetched
        self.inline += other.inline

    def take(self, tag: str, name: str, value: str, attributes: Mapping[str, str | None]) -> None:
        """One attribute, and those that stand beside it."""
        if name == "id":
            self.ids[value] += 1
        elif name == "href":
            self._address(tag, value, attributes)
        elif name in FETCHING or (name.startswith("data-") and value.startswith("/")):  # a path that a script is given
            self.fetched.append(value)
        elif name in SETS:
            self.fetched += (candidate.split()[0] for candidate in value.split(",") if candidate.strip())
        elif name in ("style", "srcdoc") or name.startswith("on") or (name in MOVING and RUNS.match(value)):
            self.inline.append(f"<{tag}>")
        elif name == "http-equiv" and value.lower() == "refresh":
            self.sends_to = (attributes.get("content") or "").partition("=")[2].strip(" '\"")
            self.fetched.append(self.sends_to)

    def _address(self, tag: str, value: str, attributes: Mapping[str, str | None]) -> None:
        if tag in ("a", "area"):
            self.links.append(value)
        elif attributes.get("rel") == "alternate":
            self.alternates.append((attributes.get("hreflang") or "", value))
        elif attributes.get("rel") == "canonical":
            self.canonical.append(value)
        else:
            self.fetched.append(value)
