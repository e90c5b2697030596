"""A site without what had not happened yet on its day, for those who look at a day in the past."""

from dataclasses import replace

from drws.kernel.site import Site


def without_hindsight(site: Site) -> Site:
    """The site without records of what happened later: a meeting that was held, and what it decided. What was planned stays."""
    later = {(record.KIND, record.id) for record in site.entities if not record.is_known_on(site.as_of)}
    if not later:
        return site
    records = {
        model: {id_: record for id_, record in of_type.items() if (record.KIND, id_) not in later}
        for model, of_type in site.records.items()
    }
    return replace(site, records=records)
