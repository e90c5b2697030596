"""The adoption records that one body made, and who has custody of them today (ISAD(G), ISDIAH)."""

from enum import StrEnum
from typing import ClassVar

from drws.domains.archives.ids import RecordCreatorTypeId
from drws.domains.directory.ids import AreaId, ContactId, ProviderId
from drws.kernel.entity import Entity, Source
from drws.kernel.names import AlternateNames
from drws.kernel.period import Period
from drws.kernel.text import Text


class CustodyBasis(StrEnum):
    """How it is known who holds the records."""

    CONFIRMED = "confirmed"
    LIKELY = "likely"


class Custody(Period):
    """Who holds the records, or a part of them. Its dates are those of the records."""

    holder_id: ProviderId
    """Who holds them: an organization, an authority or a region."""
    basis: CustodyBasis
    """`confirmed` when a source says that it holds them, `likely` when that only follows: it took over the work, for instance."""
    place: Text | None = None
    """Which part it holds, by place. For an authority it is the place that it governs, unless this says it more exactly."""
    contact_ids: tuple[ContactId, ...] = ()
    """Whom to ask. Without it, those who answer for the holder: for an authority its regional service."""
    sources: tuple[Source, ...] = ()
    """Where it was read. Needed where it is confirmed."""


class RecordHolding(Entity):
    """The adoption records that one body made: a former council, an adoption society, a home."""

    FOLDER: ClassVar[str] = "record_holdings"
    KIND: ClassVar[str] = "record_holding"

    alternate_names: AlternateNames = AlternateNames()
    """Other and earlier names of the body, so that people find it: `{cy: [...], en: [...]}`."""
    creator_type_id: RecordCreatorTypeId
    """What kind of body it was: the id of a type in `data/site.yml`."""
    period: Period = Period()
    """From when and until when it worked, as far as a source says so."""
    area_ids: tuple[AreaId, ...] = ()
    """Where it worked, as the areas are today. The areas of authorities that hold its records need not be named."""
    description: Text | None = None
    """What it was and did, in one to three sentences."""
    custody: tuple[Custody, ...] = ()
    """Who holds its records now. Left out where no source says so: the page says that too."""
    lost: Text | None = None
    """What is known to be lost or was never kept."""
    how_to_ask: Text | None = None
    """What to write or bring, and what happens then."""
