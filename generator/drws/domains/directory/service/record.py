"""Something that a person can use: the HSDS `service`."""

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from pydantic import field_validator, model_validator
from pydantic_core import PydanticCustomError

from drws.domains.directory.ids import AreaId, AudienceId, ContactId, KindOfHelpId, ProviderId
from drws.kernel.entity import Finding, Happening, Part
from drws.kernel.fact_kind import FactKind
from drws.kernel.link import Link
from drws.kernel.names import AlternateNames
from drws.kernel.roles import Decidable
from drws.kernel.text import Text
from drws.kernel.values import Amount, CurrencyCode, LanguageCode, YesOrNo


class ServiceStatus(StrEnum):
    """HSDS `service.status`."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    DEFUNCT = "defunct"
    TEMPORARILY_CLOSED = "temporarily closed"


class DeliveryMode(StrEnum):
    """How a service is given. HSDS says it with the location of a service (`location_type`: physical, virtual); a directory also has to
    tell a telephone from a screen, and a group from a talk between two.
    """

    PHONE = "phone"
    ONLINE = "online"
    IN_PERSON = "in-person"
    GROUP = "group"


class Cost(StrEnum):
    """What the costs of a service come to, as far as they are recorded."""

    FREE = "free"
    CHARGED = "charged"


class CostOption(Part):
    """One thing that a service costs, or that is free (HSDS `cost_option`)."""

    option: Text | None = None
    """What it is for, or for whom."""
    amount: Amount | None = None
    """How much: `0` for what is free. Left out when a source says that it costs something, and not how much."""
    currency: CurrencyCode | None = None
    """Of which money: `GBP`. Needed beside an amount other than 0."""

    @model_validator(mode="after")
    def _has_a_currency(self) -> "CostOption":
        if self.amount and not self.currency:
            raise PydanticCustomError("fields.missing", "", {"name": "currency"})
        return self


class Service(Decidable):
    """A service that someone can use."""

    FOLDER: ClassVar[str] = "services"
    KIND: ClassVar[str] = "service"
    AGES: ClassVar[Mapping[FactKind, tuple[str, ...]]] = {
        FactKind.CONTACT_DETAILS: ("website",),
        FactKind.DESCRIPTION: (
            "summary", "description", "alert", "area_note", "eligibility_description", "application_process", "fees_description", "cost_options", "delivery_modes",
            "wait_time", "languages", "facts", "conflicts",
        ),
    }  # fmt: skip

    name: Text
    """What a visitor would call it."""
    alternate_names: AlternateNames = AlternateNames()
    """Other and earlier names."""
    summary: Text
    """What it does for the reader, in one sentence of at most 160 characters."""
    description: Text
    """What it is and what happens, in a few short sentences. An empty line starts a new paragraph."""
    status: ServiceStatus = ServiceStatus.ACTIVE
    """`active`, `inactive`, `defunct` or `temporarily closed`."""
    alert: Text | None = None
    """Something a visitor must know now: shown at the top."""
    organization_id: ProviderId | None = None
    """Who provides it."""
    delivered_by: tuple[ProviderId, ...] = ()
    """Who delivers it, when that is several organizations or another than the provider."""
    partner_ids: tuple[ProviderId, ...] = ()
    """Organizations that take part."""
    audience_ids: tuple[AudienceId, ...]
    """Who it is for. At least one."""
    kind_of_help_ids: tuple[KindOfHelpId, ...]
    """What kind of help it gives. At least one."""
    area_ids: tuple[AreaId, ...]
    """Where it is available: areas of `site.yml`, regions or authorities (HSDS `service_area`). At least one."""
    area_note: Text | None = None
    """What is not certain or not even about where it is available."""
    eligibility_description: Text | None = None
    """Who may use it."""
    application_process: Text | None = None
    """How to get it: what to do first, and what happens then."""
    application_link: Link | None = None
    """Where to apply, or where the form is."""
    fees_description: Text | None = None
    """What it costs, when a source says so."""
    cost_options: tuple[CostOption, ...] = ()
    """What it costs, one by one, when a source says so: for the directory. `fees_description` says it in words."""
    delivery_modes: tuple[DeliveryMode, ...] = ()
    """How it is given, when a source says so: `phone`, `online`, `in-person` or `group`."""
    wait_time: Text | None = None
    """How long people wait, when a source says so."""
    languages: tuple[LanguageCode, ...] = ()
    """The languages in which it is given, when a source says so."""
    statutory: YesOrNo | None = None
    """Does the law require it to exist?"""
    contact_ids: tuple[ContactId, ...] = ()
    """Whom to ask. Without any, its providers' own contacts are shown."""
    website: Link | None = None
    """Its own page."""
    facts: tuple[Finding, ...] = ()
    """Things that sources say about it and that help a visitor."""
    history: tuple[Happening, ...] = ()
    """What happened to it, oldest first."""

    @field_validator("audience_ids", "kind_of_help_ids", "area_ids", mode="before")
    @classmethod
    def _is_in_a_list(cls, ids: object) -> object:
        if ids == []:
            raise PydanticCustomError("type.empty-list", "")
        return ids

    @model_validator(mode="after")
    def _has_a_provider(self) -> "Service":
        if not self.provider_ids:
            raise PydanticCustomError("service.no-provider", "")
        return self

    @property
    def provider_ids(self) -> tuple[str, ...]:
        """Everyone who provides or delivers it, the provider first, nobody twice."""
        return tuple(dict.fromkeys(filter(None, (self.organization_id, *self.delivered_by))))

    @property
    def cost(self) -> Cost | None:
        """Free when all that is recorded is free; none when nothing is recorded."""
        if not self.cost_options:
            return None
        return Cost.FREE if all(option.amount == 0 for option in self.cost_options) else Cost.CHARGED

    @property
    def is_listed(self) -> bool:
        """Can somebody use it now, or soon again? Others keep their page but leave the lists."""
        return self.status in (ServiceStatus.ACTIVE, ServiceStatus.TEMPORARILY_CLOSED)
