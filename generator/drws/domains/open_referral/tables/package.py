"""`datapackage.json`: what the tables are, for programs that load them (Tabular Data Package 1.0, specs.frictionlessdata.io)."""

from collections.abc import Collection

from drws.domains.open_referral.addresses import FEED
from drws.domains.open_referral.settings import OpenReferralSettings
from drws.domains.open_referral.stated import Stated, stated
from drws.domains.open_referral.tables.columns import TABLES, Column
from drws.planning.plan import Planner


def package(tables: Collection[str], planner: Planner) -> Stated:
    """The description of the tables that have rows: their columns, how they hang together, licence, source and date."""
    partnership = planner.site.partnership
    day = planner.site.as_of.isoformat()
    home = f"{partnership.url}{planner.addresses.path('home', planner.code)}"
    return stated(
        planner,
        profile="tabular-data-package",
        name=f"open-referral-{planner.code}",
        title=partnership.name,
        homepage=home,
        version=day,
        created=f"{day}T00:00:00Z",
        licenses=_licences(planner),
        sources=[
            {
                "title": planner.plain(partnership.name),
                "path": partnership.url + planner.addresses.path(FEED, planner.code),
            }
        ],
        x_language=planner.code,
        resources=[_resource(name, tables) for name in TABLES if name in tables],
    )


def _licences(planner: Planner) -> list[Stated]:
    licence = planner.site.settings(OpenReferralSettings).open_referral.licence
    return [stated(planner, name=licence.id, path=licence.url, title=licence.title)] if licence else []


def _resource(name: str, tables: Collection[str]) -> Stated:
    columns = TABLES[name]
    has_id = any(column.name == "id" for column in columns)
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column) for column in columns],
            **({"primaryKey": "id"} if has_id else {}),
            "foreignKeys": [_foreign_key(column) for column in columns if column.refers_to in tables],
        },
    }


def _field(column: Column) -> Stated:
    is_id = column.name == "id"
    constraints = {"constraints": {"required": True, "unique": True}} if is_id else {}
    return {"name": column.name, "type": column.type, "format": column.format, **constraints}


def _foreign_key(column: Column) -> Stated:
    return {"fields": column.name, "reference": {"resource": column.refers_to, "fields": "id"}}
