"""What `data/site.yml` says about the Open Referral feeds."""

from drws.domains.directory.ids import AreaId
from drws.kernel.entity import Part, Source
from drws.kernel.link import Link
from drws.kernel.text import Text
from drws.kernel.values import SiteAddress, WebAddress, Words


class AreaUri(Part):
    """The address by which programs know an area of `areas`: an authority has one by its code."""

    area_id: AreaId
    """The area."""
    uri: WebAddress
    """Its address, as those who publish statistics have it."""
    sources: tuple[Source, ...]
    """Where it was read."""


class DataLicence(Part):
    """Under what terms programs may use the data."""

    id: Words
    """Its short name, as the Open Definition lists it: `OGL-UK-3.0`."""
    title: Text
    """What it is called."""
    url: Link
    """Where its words are, in the languages in which they are."""


class OpenReferral(Part):
    """How the directory is published as Open Referral."""

    id_base: SiteAddress | None = None
    """The address of which every id in the feeds is made, with a slash at the end. Written down once, and never changed, not even when the
    site moves to another address: other programs know the records by these ids. Left out: `url`."""
    area_uris: tuple[AreaUri, ...] = ()
    """The addresses of areas that are neither a region nor an authority."""
    licence: DataLicence | None = None
    """Under what terms the data may be used. Without it the tables name no licence."""


class OpenReferralSettings(Part):
    """The Open Referral feeds."""

    open_referral: OpenReferral = OpenReferral()
    """How the directory is published as Open Referral (docs/open-data.md)."""
