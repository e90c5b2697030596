"""`::: services` on a hand-written page: the services that some ids choose."""

from drws.domains.directory.audience.record import Audience, KindOfHelp
from drws.domains.directory.queries import listed_services
from drws.domains.directory.service.record import Service
from drws.kernel.page_block import BlockArgument, BlockForm, PageBlock
from drws.kernel.site import Site
from drws.planning.page_block import BlockKind
from drws.planning.plan import Planner


def chosen(block: PageBlock, site: Site) -> tuple[Service, ...]:
    """The services for which every argument of the block holds."""
    return tuple(
        service
        for service in listed_services(site)
        if all(each.value in _named_by(service)[each.name] for each in block.arguments)
    )


def _named_by(service: Service) -> dict[str, tuple[str, ...]]:
    return {
        "kind_of_help": service.kind_of_help_ids,
        "audience": service.audience_ids,
        "area": service.area_ids,
        "organization": service.provider_ids,
    }


def finds(block: PageBlock, site: Site) -> bool:
    """Is there any?"""
    return bool(chosen(block, site))


def view(block: PageBlock, planner: Planner) -> tuple[Service, ...]:
    """In the order of their names."""
    return planner.by_name(chosen(block, planner.site))


SERVICES = BlockKind(
    form=BlockForm(
        "services",
        choices=(
            BlockArgument("kind_of_help", (KindOfHelp.FOLDER,)),
            BlockArgument("audience", (Audience.FOLDER,)),
            BlockArgument("area", ("areas", "regions", "authorities")),
            BlockArgument("organization", ("regions", "authorities", "organizations")),
        ),
    ),
    purpose="The services for which everything holds that its first line says: a kind of help, an audience, the area that they name, who provides them.",
    template="directory/blocks/services.html",
    view=view,
    finds=finds,
)
