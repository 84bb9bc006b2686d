"""Real servers on this machine, each with the configuration that `portal hosting` writes. Only on the loopback."""

from __future__ import annotations

import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from portal.publish.hosting import Hosting, server

PACKAGES = {
    "nginx": "nginx-light libnginx-mod-http-brotli-static",
    "apache": "apache2",
    "caddy": "caddy",
}
"""What Debian calls them."""
_PROGRAMS = {"nginx": "nginx", "apache": "apache2", "caddy": "caddy"}
_APACHE_MODULES = "mpm_event authz_core alias mime dir headers rewrite ssl http2 setenvif socache_shmcb"


def program(name: str) -> str:
    """Where a server is; which package to install when it is not there: a table with a gap would look like a pass."""
    path = shutil.which(_PROGRAMS[name], path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
    if not path:
        raise LookupError(f"No {name} here. On Debian: apt-get install --no-install-recommends {PACKAGES[name]}")
    return path


def free_ports() -> tuple[int, int]:
    """Two ports that nothing listens on."""
    with closing(socket.socket()) as one, closing(socket.socket()) as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for localhost that nobody trusts, and its key."""
    names = folder / "portal.pem", folder / "portal.key"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
               "-addext", "subjectAltName=DNS:localhost", "-out", str(names[0]), "-keyout", str(names[1])]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    return names


def configured(name: str, host: Hosting, work: Path) -> list[str]:
    """Write the whole configuration of a server around ours; give the command that runs it."""
    ours = work / f"portal-{name}.conf"
    ours.write_text(server(name, host), encoding="utf-8")
    whole = work / f"{name}.conf"
    if name == "nginx":
        modules = "".join(
            f"load_module {module};\n" for module in sorted(Path("/usr/lib/nginx/modules").glob("*brotli_static*"))
        )
        user = "user root;\n" if os.geteuid() == 0 else ""
        whole.write_text(
            f"{modules}{user}daemon off;\nworker_processes 2;\npid {work}/nginx.pid;\nerror_log {work}/error.log;\n"
            f"events {{ worker_connections 1024; }}\nhttp {{ access_log off; sendfile on;\n"
            + "".join(
                f"{kind}_temp_path {work}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
            )
            + f"include {ours};\n}}\n",
            encoding="utf-8",
        )
        return [program(name), "-c", str(whole), "-p", str(work)]
    if name == "apache":
        loads = "".join(
            f"LoadModule {module}_module /usr/lib/apache2/modules/mod_{module}.so\n"
            for module in _APACHE_MODULES.split()
        )
        user = "User www-data\nGroup www-data\n" if os.geteuid() == 0 else ""
        whole.write_text(
            f"{loads}{user}ServerRoot {work}\nServerName localhost\n"
            f"PidFile {work}/apache.pid\nDefaultRuntimeDir {work}\n"
            f"ErrorLog {work}/error.log\nTypesConfig /dev/null\n"
            f"Listen 127.0.0.1:{host.ports[0]}\nListen 127.0.0.1:{host.ports[1]}\nInclude {ours}\n",
            encoding="utf-8",
        )
        return [program(name), "-f", str(whole), "-DFOREGROUND"]
    return [program(name), "run", "--config", str(ours), "--adapter", "caddyfile"]


@contextmanager
def running(name: str, host: Hosting, work: Path) -> Iterator[Hosting]:
    """Run a server until the block ends; what it says when it does not start is in the error."""
    work.mkdir(parents=True, exist_ok=True)
    work.chmod(0o755)
    cert, key = certificate(work)
    host = replace(host, ports=free_ports(), certificate=cert, key=key)
    command = configured(name, host, work)
    environment = {**os.environ, "HOME": str(work), "XDG_DATA_HOME": str(work), "XDG_CONFIG_HOME": str(work)}
    log = work / "said.log"
    with log.open("wb") as said, subprocess.Popen(command, stdout=said, stderr=said, env=environment) as process:
        try:
            _wait(process, host.ports[1], log)
            yield host
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = time.monotonic() + 20
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            with (
                socket.create_connection(("127.0.0.1", port), 1) as plain,
                context.wrap_socket(plain, server_hostname="localhost"),
            ):
                return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"It did not start: {log.read_text(encoding='utf-8', errors='replace')[-2000:]}")
