"""The one module that knows MkDocs: it makes the files of hand-written pages, and where it runs by itself all other pages beside them.

The i18n plugin builds once for each language. What belongs to all of them happens before the first and after the last.
"""

import socket
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from time import strftime
from typing import TYPE_CHECKING, Any

from click import echo, get_current_context
from jinja2 import Environment
from markupsafe import Markup
from mkdocs.commands.build import build
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme

from drws.build.host_files import HIDDEN, write_host_files
from drws.build.load import Sources, load
from drws.build.materials import with_materials
from drws.build.output import Output, gather_output
from drws.build.work_folder import claim_work_folder, refuse_work_folder
from drws.kernel.problem import Place, Problem, Refused
from drws.mkdocs.settings import read_settings, refuse_other_settings
from drws.mkdocs.staging import ENTRANCE, stage
from drws.planning.page_plan import PagePlan
from drws.render.mistakes import mistakes_refused
from drws.say.messages import as_text, sentences, tool_words
from drws.search import index
from drws.system.clock import DayError, day_named, today
from drws.system.kept import Kept
from drws.system.lock import Holder, alone
from drws.system.signature import FILES, sign
from drws.system.sync_folder import add, names

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer  # a web server, which a build does without

LOG = get_plugin_logger("drws")
HOST = "127.0.0.1"
"""Where `drws serve` shows the site: to nobody but this machine."""
LAST_PORT = 65_535


@dataclass(frozen=True, slots=True)
class PreparedBuild:
    """An output, and the folders that its hand-written pages come from and are staged in."""

    output: Output
    content: Path
    work: Path


class DirectoryConfig(Config):
    """What `mkdocs.yml` can say to the plugin. Nothing needs saying."""

    data_dir = config_options.Type(str, default="data")
    content_dir = config_options.Type(str, default="content")
    theme_dir = config_options.Type(str, default="theme")
    """The project's own, over the package's. It need not be there."""
    work_dir = config_options.Type(str, default="build")
    as_of = config_options.Optional(config_options.Type(str))
    search = config_options.Type(bool, default=True)


class DirectoryPlugin(BasePlugin[DirectoryConfig]):
    """Gives MkDocs the staged pages and the theme's own environment, and writes the pages made from the data after the last language."""

    output: Output
    docs: Path
    staged: Mapping[str, tuple[str, str]]
    finished: set[str]
    prepared: "PreparedBuild | None" = None
    """What `drws build` has put together already. Without it the plugin reads the sources itself."""
    locks: ExitStack
    """What keeps other builds waiting. `drws build` does that itself."""
    kept: Kept | None = None
    """What the builds before this one have read, while MkDocs serves the site and somebody writes. A build alone reads everything."""
    is_shown: bool = False
    """Is the site shown by `drws serve`, and was it made at least once?"""

    def __init__(self) -> None:
        super().__init__()
        self.locks = ExitStack()

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002  MkDocs tells it
        """Before the first build of a run of MkDocs, which keeps a plugin that has this method for all builds of its process."""
        self.kept = Kept() if command == "serve" else None

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read everything anew before the first language; raises Abort with all problems when something is wrong."""
        if not self._is_building(config):
            given = self.prepared or self._gather_alone(config)
            self.output, self.docs, self.finished = given.output, given.work / "docs", set()
            self.staged = stage(self.output.site, self.output.addresses, self.docs)
        config.docs_dir = str(self.docs)
        config.theme = Theme()  # on_env has the templates
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """MkDocs leaves hidden files where they are when it empties a site: the list of what Drws had published there is true no longer."""
        if not self.prepared:
            (Path(config.site_dir) / FILES).unlink(missing_ok=True)

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002  MkDocs tells it to whoever asked
        """Nothing more is written: others may build."""
        self.locks.close()

    def _gather_alone(self, config: MkDocsConfig) -> "PreparedBuild":
        """Wait until nobody else builds in the same folders, and keep others waiting until this build ends."""
        root = Path(config.config_file_path).parent
        context = get_current_context(silent=True)
        command = context.command_path if context else "mkdocs"
        with self._told():
            work = root / self.config.work_dir
            refuse_work_folder(work, (*self._sources(root), Path(config.site_dir)))
            self.locks.enter_context(alone(Path(config.site_dir), work, command, _wait))
            claim_work_folder(work)
            given = self._gather(root)
            refuse_other_settings(config, given.output.site)
        return given

    def _gather(self, root: Path) -> "PreparedBuild":
        sources = Sources(*self._sources(root), self.kept)
        try:
            here = today()
            as_of = day_named(self.config.as_of) if self.config.as_of else here
        except DayError as why:
            raise Abort(f"\n{why}") from None
        output, problems = gather_output(load(sources, as_of, here), root / self.config.work_dir)
        if output is None:
            raise Abort("\n" + as_text(sentences(problems, sources.folders, "en")))
        return PreparedBuild(with_materials(output, sources), sources.content, root / self.config.work_dir)

    def _sources(self, root: Path) -> tuple[Path, Path, Path]:
        return root / self.config.data_dir, root / self.config.content_dir, root / self.config.theme_dir

    @event_priority(-200)
    def on_files(self, files: Files, **_: Any) -> Files:  # noqa: ANN401  MkDocs hands over more than is needed
        """Only the staged pages: the theme's own files go their own way."""
        return Files([file for file in files if file.is_documentation_page()])

    def on_env(self, env: Environment, *, config: MkDocsConfig, **_: Any) -> Environment:  # noqa: ANN401, ARG002
        """The theme's environment: autoescaping and strict, which MkDocs' is not."""
        return self.output.renderer.environments[self._language(config)]

    def on_page_markdown(self, _markdown: str, *, page: Page, **_: Any) -> str:  # noqa: ANN401
        """Nothing to parse. MkDocs asks the page for its template and its title before anyone can tell it otherwise."""
        plan = self._plan(page)
        page.meta.update(template=plan.template, title=plan.title)
        return ""

    def on_page_content(self, _html: str, *, page: Page, **_: Any) -> str:  # noqa: ANN401
        """The words of the page, as anybody else who shows it gets them. The entrance has none."""
        output, (path, language) = self.output, self.staged.get(page.file.src_uri, ("", ""))
        if not language:
            return ""
        return output.renderer.prose(output.site.authored[path].texts[language], language)

    def on_page_context(self, _context: Any, *, page: Page, **_: Any) -> Any:  # noqa: ANN401
        """The same context that pages made from the data get, and the words of this one."""
        plan = self._plan(page)
        return self.output.renderer.context(plan, page_html=Markup(page.content or ""))  # noqa: S704  on_page_content has cleaned it

    def on_post_page(self, output: str, *, config: MkDocsConfig, **_: Any) -> str:  # noqa: ANN401
        """As pages made from the data are finished."""
        return self.output.renderer.finished(output, self._language(config))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """After the last language: every page made from the data, the files that go with them, and the search index. `drws build` does that itself."""
        self.finished.add(self._language(config))
        if not self.prepared and self.finished == {language.code for language in self.output.site.languages}:
            with self._told():
                files = replace(self.output, is_searched=self.config.search).files()
                add(Path(config.site_dir), files)
                found = (
                    index(Path(config.site_dir), self.output.every_plan, self.output.site, self.docs.parent)
                    if self.config.search
                    else []
                )
                found += write_host_files(Path(config.site_dir), self.output)
                sign(Path(config.site_dir), made=_made(names(config.site_dir), {*files, *HIDDEN}))
            for each in sentences(found, (), "en"):
                LOG.warning(as_text([each]))
            self.locks.close()
            if self.is_shown:
                echo(tool_words("serve.again", "en", time=strftime("%H:%M:%S")), err=True)

    def on_serve(self, server: "LiveReloadServer", *, config: MkDocsConfig, **_: Any) -> "LiveReloadServer":  # noqa: ANN401
        """Look at everything a page is made of, not at the staged copies."""
        root = Path(config.config_file_path).parent
        server.unwatch(config.docs_dir)
        if _is_ours():
            self.is_shown = True
            echo(tool_words("serve.ready", "en", address=config.site_url), err=True)
        for name in (self.config.data_dir, self.config.content_dir, self.config.theme_dir):
            if (folder := root / name).is_dir():
                server.watch(str(folder))
        return server

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What is refused ends the run with its sentence: `drws build` says it, and where MkDocs runs by itself MkDocs does."""
        try:
            yield
        except Refused as refused:
            if self.prepared:
                raise
            raise Abort("\n" + as_text(sentences([refused.problem], (), "en"))) from None

    def _is_building(self, config: MkDocsConfig) -> bool:
        """Is this the build of one more language, within that of the first?"""
        return "i18n" in config.plugins and config.plugins["i18n"].building  # type: ignore[attr-defined]  # the i18n plugin has no types

    def _language(self, config: MkDocsConfig) -> str:
        return str(config.plugins["i18n"].current_language)  # type: ignore[attr-defined]  # the i18n plugin has no types

    def _plan(self, page: Page) -> PagePlan:
        if page.file.src_uri == f"{self.output.site.languages[0].code}/{ENTRANCE}":
            return self.output.entrance
        path, language = self.staged[page.file.src_uri]
        return self.output.authored[(path, language)]


def _made(files: Iterable[str], ours: Collection[str]) -> Iterator[str]:
    """MkDocs removes every file of an earlier site but hidden ones: those that we have not written just now may be anybody's."""
    return (name for name in files if name in ours or not any(part.startswith(".") for part in name.split("/")))


def _is_ours() -> bool:
    """Does `drws serve` run MkDocs? Then nobody hears MkDocs' log."""
    context = get_current_context(silent=True)
    return context is not None and context.command_path == "drws serve"


def _wait(holder: Holder) -> None:
    echo(
        tool_words("build.waiting", "en", **asdict(holder)), err=True
    )  # MkDocs' log is silent when `drws serve` runs it


def build_with_mkdocs(prepared: PreparedBuild, config_file: Path, site_dir: Path) -> None:
    """Run MkDocs over an output that is put together already. It makes the hand-written pages, and no others."""
    output, docs = prepared.output, str(prepared.content.resolve())
    config = read_settings(config_file, output.site, docs_dir=docs, site_dir=str(site_dir))
    refuse_other_settings(config, output.site)
    plugin = config.plugins["drws"]
    plugin.prepared = prepared  # type: ignore[attr-defined]  # it is the plugin above
    try:
        with mistakes_refused(prepared.output.renderer.theme):
            build(config)
    finally:
        plugin.prepared = None  # type: ignore[attr-defined]  # MkDocs keeps it for the next build of this process


def serve_with_mkdocs(config_file: Path, port: int) -> None:
    """Show the site on this machine, and build it again whenever a file changes. Raises Refused without a file, which MkDocs reads each time,
    and where another program has the port.
    """
    if not config_file.is_file():
        raise Refused(Problem(Place(config_file.as_posix(), line=1, column=1), "file.missing"))
    from mkdocs.commands.serve import serve  # noqa: PLC0415  it brings a web server, which a build does without

    try:
        socket.create_server((HOST, port)).close()  # MkDocs would find out when the site is made
    except OSError as error:
        values = {"port": port, "other": port + 1 if port < LAST_PORT else port - 1}
        raise Refused(Problem(Place("drws"), "tools.port", values)) from error
    echo(tool_words("serve.begins", "en", address=f"http://{HOST}:{port}/"), err=True)
    serve(str(config_file), dev_addr=f"{HOST}:{port}")
