"""Files that turn the words of a query into search keys, by what the words begin with."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from drws.search.files import write_together
from drws.search.keys import PageKeys

LARGE = 300
"""Forms from which on a letter's file is made into several."""


def write_forms(root: Path, language: str, keys: PageKeys) -> Mapping[str, str]:
    """Files by what words begin with: the keys that begin so, and the forms that the rules do not lead to a key.

    One letter, or two where one would make a large file: a question needs a file for each of its words, and for what each may have been
    before a mutation.
    """
    forms: dict[str, dict[str, str]] = {}
    own: dict[str, list[str]] = {}
    for form, found in keys.forms.items():
        forms.setdefault(_shard(form), {})[form] = " ".join(found)
    for key in keys.every_key:
        own.setdefault(_shard(key), []).append(key)
    shards = {
        name: {"keys": " ".join(own_keys), "forms": own_forms}
        for letter in sorted({*own, *forms})
        for name, (own_keys, own_forms) in _apart(letter, own.get(letter, []), forms.get(letter, {})).items()
    }
    return write_together(root, language, shards)


def _apart(
    letter: str, keys: Sequence[str], forms: Mapping[str, str]
) -> Mapping[str, tuple[Sequence[str], Mapping[str, str]]]:
    """A shard, or the same in parts by the second letter. What has no second letter from a to z stays under the first alone."""
    if len(forms) <= LARGE:
        return {letter: (keys, forms)}
    names = sorted({_shard(word, 2) for word in (*keys, *forms)} | {letter})
    return {
        name: (
            [key for key in keys if _shard(key, 2) == name],
            {form: found for form, found in forms.items() if _shard(form, 2) == name},
        )
        for name in names
    }


def _shard(word: str, letters: int = 1) -> str:
    """The name of the file that knows a folded word; `search-keys.js` knows it as well."""
    if not "a" <= word[0] <= "z":
        return "0"
    return word[:letters] if "a" <= word[1:letters] <= "z" else word[0]
