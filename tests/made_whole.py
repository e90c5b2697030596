"""A whole site in this process: what `drws build` makes without an index, and without MkDocs, whose pages are the same (test_mkdocs.py)."""

from functools import partial
from pathlib import Path

from drws.build.host_files import write_host_files
from drws.build.output import Output
from drws.planning.page_plan import PagePlan
from drws.system.sync_folder import fill


def make_whole(output: Output, root: Path) -> None:
    """Let a folder hold every file of a site."""
    by_hand = {plan.path: partial(_by_hand, output, plan, *name) for name, plan in output.authored.items()}
    root.mkdir(exist_ok=True)
    fill(root, {**output.files(), **by_hand})
    write_host_files(root, output)


def _by_hand(output: Output, plan: PagePlan, path: str, language: str) -> bytes:
    renderer = output.renderer
    words = renderer.prose(output.site.authored[path].texts[language], language)
    html = renderer.environments[language].get_template(plan.template).render(renderer.context(plan, page_html=words))
    return renderer.finished(html, language).encode()
