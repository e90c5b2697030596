"""A real nginx and a real Caddy on this machine, with the files that the site itself brings for them."""

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

TRIES = 5
SECONDS_TO_START = 10.0
MISSING = "nginx is not installed, and these tests need it: run `make develop`, or install it (Debian: apt-get install nginx-light)."
BROTLI = "ngx_http_brotli_static_module.so"
"""The module that sends compressed forms in brotli (Debian: libnginx-mod-http-brotli-static)."""

CONFIGURATION = """\
{modules}
daemon off;
master_process off;
pid "{folder}/nginx.pid";
error_log "{folder}/error.log";
events {{}}
http {{
    include "{types}";
    default_type application/octet-stream;
    access_log off;
    {temporary}
    {server}
}}
"""
DOCUMENTED = Path(__file__).parents[2] / "docs" / "deploying.md"
"""The blocks for both servers stand there. What docs say is what is tested: only the port and the place of the site are others."""
IN_DOCS = "/srv/drws/site"

CADDYFILE = """\
{{
    admin off
    auto_https off
    storage file_system "{folder}"
}}
{server}"""


class NoServerError(Exception):
    """A server is missing or does not start. The message says what to do."""


@contextmanager
def serving(site: Path, folder: Path, *, tls: bool = False) -> Iterator[str]:
    """The origin under which nginx serves a site: `http://127.0.0.1:40123`. `folder` is for nginx's own files.

    With `tls` it is `https://` and HTTP/2, as in the docs, with a certificate that nobody trusts. That needs `openssl`.
    """
    program = nginx()
    if program is None:
        raise NoServerError(MISSING)
    folder.mkdir(parents=True, exist_ok=True)
    configuration = folder / "nginx.conf"
    certificate = _certificate(folder) if tls else ""

    def command(port: int) -> Sequence[str]:
        configuration.write_text(_configuration(program, site, folder, port, certificate), "utf-8")
        return [program, "-p", str(folder), "-c", str(configuration)]

    with running(command, folder / "error.log") as port:
        yield f"{'https' if tls else 'http'}://127.0.0.1:{port}"


@contextmanager
def serving_with_caddy(program: str, site: Path, folder: Path) -> Iterator[str]:
    """The origin under which Caddy serves a site. `folder` is for its own files."""
    configuration = folder / "Caddyfile"

    def command(port: int) -> Sequence[str]:
        server = _documented("caddyfile", site).replace(
            "mabwysiadu.example {", f"http://:{port} {{\n    bind 127.0.0.1"
        )
        configuration.write_text(CADDYFILE.format(folder=folder, server=server), "utf-8")
        return [program, "run", "--config", str(configuration), "--adapter", "caddyfile"]

    with running(command, folder / "error.log") as port:
        yield f"http://127.0.0.1:{port}"


def nginx() -> str | None:
    """The program, where there is one."""
    return shutil.which("nginx") or shutil.which("/usr/sbin/nginx")


@contextmanager
def running(command: Callable[[int], Sequence[str]], log: Path) -> Iterator[int]:
    """The port at which a server listens while the block runs. `command` makes its command line for a port; what it says goes into `log`."""
    process, port = _start(command, log)
    try:
        yield port
    finally:
        process.terminate()
        process.wait()


def _start(command: Callable[[int], Sequence[str]], log: Path) -> tuple["subprocess.Popen[bytes]", int]:
    """Between our finding a free port and the server's taking it another program may come first: then the next one."""
    for _ in range(TRIES):
        port = _free_port()
        with log.open("ab") as said:
            process = subprocess.Popen(command(port), stdout=subprocess.DEVNULL, stderr=said)
        if _answers(process, port):
            return process, port
        process.kill()
        process.wait()
    raise NoServerError("The server does not start:\n" + (log.read_text("utf-8") or "it says nothing."))


def _certificate(folder: Path) -> str:
    """The lines about a certificate that is made for now, in a folder."""
    files = {"ssl_certificate": folder / "certificate.pem", "ssl_certificate_key": folder / "key.pem"}
    made, key = files.values()
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1"]
    subprocess.run([*command, "-keyout", key, "-out", made], check=True, capture_output=True)
    return "\n".join(f'{name} "{path}";' for name, path in files.items())


def _configuration(program: str, site: Path, folder: Path, port: int, certificate: str) -> str:
    built = _built(program)
    settings = re.search(r"--conf-path=(\S+)", built)
    types = Path(settings[1] if settings else "/etc/nginx/nginx.conf").with_name("mime.types")
    module = _brotli_module(built)
    listen = f"127.0.0.1:{port}{' ssl http2' if certificate else ''}"
    server = (
        _documented("nginx", site)
        .replace("listen 443 ssl http2;", f"listen {listen};")
        .replace("# ssl_certificate …", certificate)
    )
    if module:
        server = f'{server.rstrip().removesuffix("}")}    include "{site}/nginx-brotli.conf";\n}}'
    # Those that were built in belong to the system's own server, and only root may write there.
    temporary = (name.replace("-", "_") for name in re.findall(r"--http-([a-z-]+)-temp-path=", built))
    return CONFIGURATION.format(
        modules=f'load_module "{module}";' if module else "",
        folder=folder,
        types=types,
        server=server,
        temporary="\n    ".join(f'{name}_temp_path "{folder}/{name}";' for name in temporary),
    )


def _documented(language: str, site: Path) -> str:
    """The block that the docs show for a server, with the place of a site."""
    [block] = re.findall(rf"```{language}\n(.*?)```", DOCUMENTED.read_text("utf-8"), re.DOTALL)
    assert IN_DOCS in block
    return str(block).replace(IN_DOCS, site.as_posix())


def has_brotli() -> bool:
    """Has nginx the module that sends forms in brotli?"""
    program = nginx()
    return program is not None and _brotli_module(_built(program)) is not None


def _built(program: str) -> str:
    """What nginx says of how it was built."""
    return subprocess.run([program, "-V"], capture_output=True, text=True, check=True).stderr


def _brotli_module(built: str) -> Path | None:
    modules = re.search(r"--modules-path=(\S+)", built)
    module = Path(modules[1] if modules else "/usr/lib/nginx/modules", BROTLI)
    return module if module.is_file() else None


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _answers(process: "subprocess.Popen[bytes]", port: int) -> bool:
    until = time.monotonic() + SECONDS_TO_START
    while process.poll() is None and time.monotonic() < until:
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return True
        time.sleep(0.02)
    return False
