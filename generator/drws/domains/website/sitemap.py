"""`sitemap.xml`: every page with its alternates in the other languages (sitemaps.org 0.9, and Google's hreflang extension).

The day of the last change is said where the page says when it was published or updated, or where somebody read it against its sources, or
confirmed its record: the newest of these days. Of other pages no such day is known: that of the build would not be true, and search engines
soon pass over days that are not.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import partial
from urllib.parse import urljoin

from drws.kernel.site import Site
from drws.planning.export import File, Publication
from drws.planning.page_plan import PagePlan

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def export(publication: Publication) -> Iterator[File]:
    """One file. Pages that answer to no address of their own (not found), or that search engines may not keep, are left out."""
    site, plans = publication.site, publication.plans
    yield "sitemap.xml", partial(_sitemap, site, plans)


def _sitemap(site: Site, plans: tuple[PagePlan, ...]) -> bytes:
    ET.register_namespace("", SITEMAP)
    ET.register_namespace("xhtml", XHTML)
    home = urljoin(site.partnership.url, "/").removesuffix("/")  # addresses of pages begin at the root of the host
    urlset = ET.Element(f"{{{SITEMAP}}}urlset")
    for plan in sorted(plans, key=lambda plan: plan.path):
        if not plan.path.endswith("index.html") or plan.name == "entrance" or not plan.is_indexed:
            continue
        url = ET.SubElement(urlset, f"{{{SITEMAP}}}url")
        ET.SubElement(url, f"{{{SITEMAP}}}loc").text = home + plan.url
        if plan.last_changed:
            ET.SubElement(url, f"{{{SITEMAP}}}lastmod").text = plan.last_changed.isoformat()
        for alternate in plan.alternates if len(plan.alternates) > 1 else ():
            ET.SubElement(
                url,
                f"{{{XHTML}}}link",
                {
                    "rel": "alternate",
                    "hreflang": alternate.language,
                    "href": home + alternate.url,
                },
            )
    ET.indent(urlset)
    return bytes(ET.tostring(urlset, encoding="utf-8", xml_declaration=True)) + b"\n"
