"""A real nginx on this machine, with the header file that the site itself brings."""

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TRIES = 5
SECONDS_TO_START = 10.0
MISSING = "nginx is not installed, and these tests need it: run `make develop`, or install it (Debian: apt-get install nginx-light)."

CONFIGURATION = """\
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
    server {{
        listen 127.0.0.1:{port};
        root "{site}";
        include "{site}/nginx.conf";
    }}
}}
"""


class NoServerError(Exception):
    """nginx is missing or does not start. The message says what to do."""


@contextmanager
def serving(site: Path, folder: Path) -> Iterator[str]:
    """The origin under which nginx serves a site: `http://127.0.0.1:40123`. `folder` is for nginx's own files."""
    program = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    if program is None:
        raise NoServerError(MISSING)
    folder.mkdir(parents=True, exist_ok=True)
    process, port = _start(program, site, folder)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def _start(program: str, site: Path, folder: Path) -> tuple["subprocess.Popen[bytes]", int]:
    """Between our finding a free port and nginx's taking it another program may come first: then the next one."""
    for _ in range(TRIES):
        port = _free_port()
        configuration = folder / "nginx.conf"
        configuration.write_text(_configuration(program, site, folder, port), "utf-8")
        process = subprocess.Popen(
            [program, "-p", str(folder), "-c", str(configuration)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        if _answers(process, port):
            return process, port
        process.kill()
        process.wait()
    log = folder / "error.log"
    raise NoServerError("nginx does not start:\n" + (log.read_text("utf-8") if log.exists() else "it says nothing."))


def _configuration(program: str, site: Path, folder: Path, port: int) -> str:
    built = subprocess.run([program, "-V"], capture_output=True, text=True, check=True).stderr
    settings = re.search(r"--conf-path=(\S+)", built)
    types = Path(settings[1] if settings else "/etc/nginx/nginx.conf").with_name("mime.types")
    # Those that were built in belong to the system's own server, and only root may write there.
    temporary = (name.replace("-", "_") for name in re.findall(r"--http-([a-z-]+)-temp-path=", built))
    return CONFIGURATION.format(
        folder=folder,
        site=site,
        port=port,
        types=types,
        temporary="\n    ".join(f'{name}_temp_path "{folder}/{name}";' for name in temporary),
    )


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
