"""A folder on another machine, by rsync: between two folders of this one, and over a real ssh on the loopback."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from portal.publish.mirror import MirrorError, bring
from portal.publish.releases import Store
from portal.publish.remote import Remote
from tests.publish.site import files, publish
from tests.servers.hosts import free_ports


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store", durable=False)


class Local(Remote):
    """rsync to a folder of this machine: all of it but ssh."""

    def __init__(self, folder: Path) -> None:
        super().__init__("host:/srv")
        self.address = f"{folder}/"


def test_rsync_brings_a_folder_in_line_and_what_is_the_same_keeps_its_time(store: Store, tmp_path: Path) -> None:
    there = tmp_path / "there"
    for number in (1, 2, 3):
        publish(store, number)
        bring(Local(there), store.link.resolve())
        if number == 2:
            time = (there / "robots.txt").stat().st_mtime_ns
            assert (there / "only-1/index.html").is_file()
    assert (there / "robots.txt").stat().st_mtime_ns == time
    assert not (there / "only-1/index.html").exists()
    for name, text in files(3).items():
        assert (there / name).read_text(encoding="utf-8") == text
    assert (there / "index.html.br").is_file()


def test_rsync_refuses_a_folder_with_something_else_in_it(store: Store, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    (there / "thesis.doc").write_text("theirs", encoding="utf-8")
    publish(store, 1)
    with pytest.raises(MirrorError, match=r"thesis\.doc"):
        bring(Local(there), store.link.resolve())
    assert [path.name for path in there.iterdir()] == ["thesis.doc"]


@pytest.fixture
def ssh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A real ssh server on the loopback, with keys of its own; the user to log in as."""
    server = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin")
    assert server, "No sshd here. On Debian: apt-get install openssh-server"
    for name in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / name)], check=True)
    port, user = free_ports()[0], os.environ.get("USER") or "root"
    settings = (
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {tmp_path}/host\nAuthorizedKeysFile {tmp_path}/user.pub\n"
        f"PidFile none\nUsePAM no\nStrictModes no\nPermitRootLogin prohibit-password\nPasswordAuthentication no\n"
    )
    (tmp_path / "sshd_config").write_text(settings, encoding="utf-8")
    Path("/run/sshd").mkdir(exist_ok=True)
    options = "-o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -o IdentitiesOnly=yes"
    monkeypatch.setenv("RSYNC_RSH", f"ssh -p {port} -i {tmp_path}/user {options}")
    with subprocess.Popen(
        [server, "-D", "-e", "-f", str(tmp_path / "sshd_config")], stderr=subprocess.DEVNULL
    ) as process:
        time.sleep(0.5)
        try:
            yield f"{user}@127.0.0.1"
        finally:
            process.terminate()


def test_a_release_goes_over_ssh_and_an_earlier_one_comes_back(ssh: str, store: Store, tmp_path: Path) -> None:
    there = tmp_path / "there"
    for number in (1, 2):
        publish(store, number)
        bring(Remote(f"{ssh}:{there}"), store.link.resolve())
    assert (there / "index.html").read_text(encoding="utf-8") == files(2)["index.html"]
    with store.held():
        store.switch(str(store.before()))
    bring(Remote(f"{ssh}:{there}"), store.link.resolve())
    for name, text in files(1).items():
        assert (there / name).read_text(encoding="utf-8") == text


def test_a_host_that_does_not_answer_is_said(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RSYNC_RSH", f"ssh -p {free_ports()[0]} -o ConnectTimeout=2 -o BatchMode=yes")
    publish(store, 1)
    with pytest.raises(MirrorError, match=r"refuses: .*Connection refused.*Run it again"):
        bring(Remote("nobody@127.0.0.1:/srv/x"), store.link.resolve())
