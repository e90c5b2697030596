"""What an export is: the site in, names of files and what makes them out."""

from collections.abc import Callable, Iterator

from drws.kernel.site import Site
from drws.planning.addresses import Addresses
from drws.planning.plan import PagePlan

Content = Callable[[], bytes]
"""Makes the content of a file, in whichever process has time for it."""
File = tuple[str, Content]
"""A file: its name, from the root of the site, and its content."""


Export = Callable[[Site, tuple[PagePlan, ...], Addresses], Iterator[File]]
"""Names every file of one format. Each is made only when it is written."""
