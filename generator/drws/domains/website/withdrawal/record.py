"""Pages that were withdrawn, for one reason on one day."""

from datetime import date as datetime_date
from typing import ClassVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from drws.kernel.entity import Entity
from drws.kernel.ids import PageName
from drws.kernel.text import Text
from drws.kernel.values import Dated, Words


class Withdrawal(Entity):
    """Why pages are no longer there. At each of their addresses a page says so."""

    FOLDER: ClassVar[str] = "withdrawals"
    KIND: ClassVar[str] = "withdrawal"
    PAST_DATES: ClassVar[tuple[str, ...]] = ("date",)

    name: Text
    """What was withdrawn, as its page was called: “Parents’ group”."""
    pages: tuple[Words, ...]
    """The pages, by the names that they have in `data/addresses.yml`: `service:parents-group`."""
    date: Dated
    """The day on which they were withdrawn."""
    reason: Text
    """Why, in words for the people who look for them."""
    instead: tuple[PageName, ...] = ()
    """Pages to read instead, or with whom to ask, the best one first: `service:saturday-club`, `region:north-wales#contact`. Left out where
    there is none: then the page leads to search and to the contacts of every region."""

    @model_validator(mode="after")
    def _names_a_page(self) -> "Withdrawal":
        if not self.pages:
            raise PydanticCustomError("type.empty", "", {"at": "pages"})
        return self

    def is_known_on(self, day: datetime_date) -> bool:
        """Whoever looks at an earlier day does not know of it yet."""
        return self.date.first_day <= day
