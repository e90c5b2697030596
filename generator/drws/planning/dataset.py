"""Files that others can use, as the page about them describes them: a domain says what its exports make, and that page has no list of its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.planning.addresses import Addresses


@dataclass(frozen=True, slots=True)
class Dataset:
    """What one or more files hold that a domain publishes for others to use."""

    name: str
    """The rest of its keys: `dataset.<name>.name` is what it is called, `dataset.<name>.text` what is in it and what it is good for."""
    files: tuple[str, ...]
    """The names of its files, as addresses know them, the best one first: `popolo`. One that ends with a colon stands for all that begin so:
    `table:`. Those that a site does not have are left out."""
    page: str = ""
    """The page that shows the same to people, and leads to each file."""
    standard: str = ""
    """The address of the standard that says what its fields mean, where there is one besides its format."""

    def paths(self, addresses: Addresses, language: str) -> Iterator[str]:
        """Its files in a language, from the root of the site. One for all languages has the same path in each."""
        for file in self.files:
            for (name, code), path in addresses.paths.items():
                if code == language and (name.startswith(file) if file.endswith(":") else name == file):
                    yield path
