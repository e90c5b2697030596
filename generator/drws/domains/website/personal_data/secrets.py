"""Passwords, and keys that let a program in."""

import re
from collections.abc import Iterator

from drws.domains.website.personal_data.finding import Finding
from drws.domains.website.personal_data.vocabulary import patterns

_AMAZON, _GIT, _CHAT = "AKIA ASIA", "ghp_ gho_ ghs_ ghu_ ghr_ github_pat_ glpat-", "xoxb- xoxp- xoxa- xoxr- xoxs- xapp-"
_PAYMENTS, _GOOGLE, _REGISTRIES = "sk_live_ rk_live_ sk_test_", "AIza ya29.", "npm_ pypi-"
_MODELS, _MAIL = "sk-ant- sk-proj- hf_", "SG."
MARKS = tuple(f"{_AMAZON} {_GIT} {_CHAT} {_PAYMENTS} {_GOOGLE} {_REGISTRIES} {_MODELS} {_MAIL}".split())
"""How keys begin that say by their form whose they are, and that have digits in them."""
OTHER_MARKS = ("PRIVATE KEY-----", "eyJ")
"""What a private key says of itself, and how a JSON Web Token begins (RFC 7519)."""
_KEYS = re.compile(
    r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----"
    rf"|(?<![\w-])(?:{'|'.join(map(re.escape, MARKS))})[\w.-]{{16,}}"
    r"|(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}"
)
ADDRESS_KEYS = re.compile(
    r"[?&#;](?:api_?key|access_token|auth_token|token|secret|client_secret|password|passwd|pwd)=(?P<it>[^&#\s]{6,})",
    re.IGNORECASE,
)
"""Keys in the address of a page."""
_SIGNS = re.compile(r"[\d!@#$%^&*_+~]")
_LETTERS = 6
"""Of a password that is a word. It counts only where nothing follows: “Password: dragons”, and not “Password: ask the team”."""


def keys(words: str) -> Iterator[Finding]:
    """Keys by their form, in addresses, or behind words that announce them."""
    for found in _KEYS.finditer(words):
        yield Finding("token", found[0])
    for found in ADDRESS_KEYS.finditer(words):
        yield Finding("token", found["it"])
    for found in patterns()["token"].finditer(words):
        if re.search(r"\d", found["it"]) and re.search("[A-Za-z]", found["it"]):
            yield Finding("token", found["it"])


def passwords(words: str) -> Iterator[Finding]:
    """What stands behind a word for a password, and looks like one."""
    end = len(words.rstrip())
    for found in patterns()["password"].finditer(words):
        it = found["it"].rstrip(".,;:)\"'”’`")
        is_alone = found.end() == end and re.search("[:=]", found[0])
        if _SIGNS.search(it) or (is_alone and len(it) >= _LETTERS):
            yield Finding("password", it)
