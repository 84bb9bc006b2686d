"""A bucket that speaks S3, by boto3, over HTTP on the loopback. The server is moto: a simulation of S3, not a store.

No store of objects that speaks S3 comes as a package of Python, Node.js or Debian that runs by itself; PORTAL_S3 names
one that you have, such as http://127.0.0.1:9000, and the same tests run against it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest

from portal.publish import headers
from portal.publish.bucket import Bucket
from portal.publish.manifest import NAME
from portal.publish.mirror import RETIRED, MirrorError, bring
from portal.publish.releases import Store
from tests.conftest import ROOT
from tests.publish.site import files, publish, stylesheet
from tests.servers.hosts import free_ports

INSTALLED = ROOT / ".cache/moto/bin/moto_server"
"""Where tests/servers/install puts it."""


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """A server of one's own, or the simulation."""
    if given := os.environ.get("PORTAL_S3"):
        yield given
        return
    server = shutil.which("moto_server") or str(INSTALLED)
    assert Path(server).is_file(), "No moto here: tests/servers/install puts it there"
    port = free_ports()[0]
    address = f"http://127.0.0.1:{port}"
    with subprocess.Popen([server, "-H", "127.0.0.1", "-p", str(port)], stderr=subprocess.DEVNULL) as process:
        try:
            for _ in range(300):
                try:
                    urllib.request.urlopen(address, timeout=1).close()
                    break
                except OSError:
                    time.sleep(0.1)
            yield address
        finally:
            process.terminate()


@pytest.fixture
def client(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    """What the environment of a publisher says, and a bucket that is empty."""
    for name, value in {"AWS_ENDPOINT_URL": endpoint, "AWS_DEFAULT_REGION": "eu-west-1"}.items():
        monkeypatch.setenv(name, value)
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, os.environ.get(name, "testing"))
    client = boto3.client("s3")
    client.create_bucket(Bucket="site", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    yield client
    for item in client.list_objects_v2(Bucket="site").get("Contents", []):
        client.delete_object(Bucket="site", Key=item["Key"])
    client.delete_bucket(Bucket="site")


def there(client: Any) -> dict[str, str]:
    """The objects with their ETags, our marks aside."""
    items = client.list_objects_v2(Bucket="site").get("Contents", [])
    return {item["Key"]: item["ETag"] for item in items if Path(item["Key"]).name not in (NAME, RETIRED)}


@pytest.mark.parametrize("address", ["s3://site", "s3://site/below/it/"])
def test_a_bucket_has_every_file_once_with_its_type_and_its_time(client: Any, address: str, tmp_path: Path) -> None:
    store = Store(tmp_path / "store", durable=False)
    publish(store, 1)
    bring(Bucket(address), store.link.resolve())
    start = address.removeprefix("s3://site").strip("/")
    start = f"{start}/" if start else ""
    assert set(there(client)) == {f"{start}{name}" for name in files(1)}
    for name, text in files(1).items():
        item = client.get_object(Bucket="site", Key=f"{start}{name}")
        said = headers.of(name)
        assert item["Body"].read().decode() == text
        assert (item["ContentType"], item["CacheControl"]) == (said["Content-Type"], said["Cache-Control"])


def test_what_is_the_same_is_not_sent_again_and_what_is_gone_goes_one_release_later(
    client: Any, tmp_path: Path
) -> None:
    store = Store(tmp_path / "store", durable=False)
    publish(store, 1)
    bring(Bucket("s3://site"), store.link.resolve())
    changed = {item["Key"]: item["LastModified"] for item in client.list_objects_v2(Bucket="site")["Contents"]}
    time.sleep(1.1)
    publish(store, 2)
    bring(Bucket("s3://site"), store.link.resolve())
    now = {item["Key"]: item["LastModified"] for item in client.list_objects_v2(Bucket="site")["Contents"]}
    assert [name for name in ("robots.txt", "assets/same.0123456789.js") if now[name] != changed[name]] == []
    assert {stylesheet(1), "only-1/index.html"} <= set(now)
    publish(store, 3)
    bring(Bucket("s3://site"), store.link.resolve())
    assert "only-1/index.html" not in there(client)


def test_a_bucket_with_something_else_in_it_is_refused(client: Any, tmp_path: Path) -> None:
    client.put_object(Bucket="site", Key="thesis.doc", Body=b"theirs")
    store = Store(tmp_path / "store", durable=False)
    publish(store, 1)
    with pytest.raises(MirrorError, match=r"thesis\.doc"):
        bring(Bucket("s3://site"), store.link.resolve())
    assert set(there(client)) == {"thesis.doc"}


def test_a_bucket_that_is_not_there_is_said(client: Any, tmp_path: Path) -> None:
    store = Store(tmp_path / "store", durable=False)
    publish(store, 1)
    with pytest.raises(MirrorError, match=r"s3://nowhere refuses: .*NoSuchBucket.* nothing is lost"):
        bring(Bucket("s3://nowhere"), store.link.resolve())
