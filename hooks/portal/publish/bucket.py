"""A bucket that speaks S3: `s3://bucket/path`. Keys and endpoint come from the environment, as boto3 reads them."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from portal.publish import headers
from portal.publish.manifest import NAME, Manifest
from portal.publish.mirror import RETIRED, MirrorError
from portal.words.wording import say

_AT_ONCE = 1000
"""How many objects one request may delete."""


class Bucket:
    """A bucket, or a path in one. It compresses nothing and chooses nothing, so it has each file once."""

    packs = False

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self.name, self.start = parts.netloc, parts.path.strip("/") + "/" if parts.path.strip("/") else ""
        try:
            import boto3
            from botocore.exceptions import BotoCoreError, ClientError
        except ImportError as error:
            raise MirrorError(say("publish.no-boto")) from error
        self._errors: tuple[type[Exception], ...] = (BotoCoreError, ClientError)
        self._client: Any = boto3.client("s3")

    def read(self, name: str) -> bytes | None:
        try:
            answer = self._client.get_object(Bucket=self.name, Key=f"{self.start}{name}")
        except self._client.exceptions.NoSuchKey:
            return None
        except self._errors as error:
            raise self._refused(error) from error
        content: bytes = answer["Body"].read()
        return content

    def strange(self) -> str | None:
        answer = self._ask("list_objects_v2", Prefix=self.start, MaxKeys=1)
        found = answer.get("Contents", [])
        return say("build.foreign", out=f"s3://{self.name}/{self.start}", found=found[0]["Key"]) if found else None

    def send(self, release: Path, names: list[str], manifest: Manifest, before: Manifest) -> None:
        for name in names:
            if manifest.files[name] != before.files.get(name):
                said = headers.of(name)
                self._ask(
                    "put_object",
                    Key=f"{self.start}{name}",
                    Body=(release / name).read_bytes(),
                    ContentType=said["Content-Type"],
                    CacheControl=said["Cache-Control"],
                )

    def put(self, name: str, content: bytes) -> None:
        assert name in (NAME, RETIRED)
        self._ask("put_object", Key=f"{self.start}{name}", Body=content, ContentType="text/plain")

    def delete(self, names: list[str]) -> None:
        for first in range(0, len(names), _AT_ONCE):
            objects = [{"Key": f"{self.start}{name}"} for name in names[first : first + _AT_ONCE]]
            answer = self._ask("delete_objects", Delete={"Objects": objects, "Quiet": True})
            if errors := answer.get("Errors"):
                raise MirrorError(say("publish.refused", place=f"s3://{self.name}", reason=str(errors[0].get("Code"))))

    def _ask(self, what: str, **words: object) -> Any:
        try:
            return getattr(self._client, what)(Bucket=self.name, **words)
        except self._errors as error:
            raise self._refused(error) from error

    def _refused(self, error: Exception) -> MirrorError:
        return MirrorError(say("publish.refused", place=f"s3://{self.name}", reason=str(error)))
