"""Ids of records of this subject, by what they name: a check sees that it exists (docs/decisions/0023)."""

from typing import Annotated

from drws.kernel.ids import Names
from drws.kernel.values import Id

ProviderId = Annotated[Id, Names(("regions", "authorities", "organizations"))]
AuthorityId = Annotated[Id, Names(("authorities",))]
RegionId = Annotated[Id, Names(("regions",))]
ContactId = Annotated[Id, Names(("contacts",))]
LocationId = Annotated[Id, Names(("locations",))]
AudienceId = Annotated[Id, Names(("audiences",))]
KindOfHelpId = Annotated[Id, Names(("kinds_of_help",))]
AreaId = Annotated[Id, Names(("areas", "regions", "authorities"))]
OrganizationTypeId = Annotated[Id, Names(("organization_types",))]
ContactPurposeId = Annotated[Id, Names(("contact_purposes",))]
ServiceId = Annotated[Id, Names(("services",))]
