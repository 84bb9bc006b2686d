"""From a checked content to what is online, and back: what `portal publish`, `rollback` and `releases` do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from portal.desk.release import note_addresses
from portal.engine.build import BuildError, build_into, site_url
from portal.model.site import Site
from portal.publish.bucket import Bucket
from portal.publish.folder import FolderError, replaced
from portal.publish.hosting import SERVICES, hosting, service
from portal.publish.manifest import names
from portal.publish.mirror import Mirror, MirrorError, bring
from portal.publish.releases import Store
from portal.publish.remote import Remote
from portal.publish.verify import verify
from portal.words.wording import say

STORES = ".releases"
"""In the project: the releases of targets that are elsewhere."""


class PublishError(Exception):
    """Nothing was published; says why."""


@dataclass(frozen=True)
class Target:
    """Where to publish: a folder with releases, and perhaps a mirror that follows it; or a folder for a service."""

    written: str
    store: Store | None
    mirror: Mirror | None = None
    service: str = ""
    folder: Path | None = None

    @classmethod
    def of(cls, written: str, root: Path) -> Target:
        """From how it is written: `FOLDER`, `user@host:/folder`, `s3://bucket/path`, `netlify:FOLDER`."""
        kind, _, rest = written.partition(":")
        if kind in SERVICES and rest:
            return cls(written, None, service=kind, folder=Path.cwd() / rest)
        elsewhere = Store(root / STORES / re.sub(r"[^\w.-]+", "-", written).strip("-."))
        try:
            if kind == "s3":
                return cls(written, elsewhere, Bucket(written))
            if re.match(r"[\w.@-]{2,}:", written):  # one letter is a drive
                return cls(written, elsewhere, Remote(written))
        except MirrorError as error:
            raise PublishError(str(error)) from error
        return cls(written, Store(Path.cwd() / written))


@dataclass(frozen=True)
class Published:
    """What came of it."""

    release: str
    folder: Path
    changed: bool


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (FolderError, MirrorError, BuildError) as error:
        raise PublishError(str(error)) from error
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise PublishError(say("publish.stopped", reason=f"{error.strerror or error}{where}")) from error


def publish(root: Path, site: Site, target: Target, url: str) -> Published:
    """Build a release, look at it, put it online, and note its addresses."""
    with _told():
        if target.store is None:
            return _for_service(root, site, target, url)
        store = target.store
        with store.held():
            with store.release(packed=target.mirror is None or target.mirror.packs) as release:
                build_into(root, release.folder, store.link, site)
                release.finish()
                _refuse(verify(release.folder, url))
                changed = not release.unchanged()
                id_ = release.publish() if changed else str(store.current)
            folder = store.folder / "releases" / id_
            if target.mirror:
                bring(target.mirror, folder)
        note_addresses(site, root)
        return Published(id_, folder, changed)


def _for_service(root: Path, site: Site, target: Target, url: str) -> Published:
    """A folder for a service, which keeps releases itself."""
    assert target.folder
    with replaced(target.folder) as new:
        build_into(root, new, target.folder, site)
        for name, text in service(target.service, hosting(site, url, Path("/")), sorted(names(new))).items():
            (new / name).write_text(text, encoding="utf-8", newline="\n")
    note_addresses(site, root)
    return Published(target.written, target.folder, True)


def _refuse(problems: list[str]) -> None:
    if problems:
        raise PublishError("\n".join([*problems, say("publish.unfit", count=len(problems))]))


def roll_back(target: Target, id_: str | None) -> Published:
    """Put an earlier release online: the one before the current one, or the one that is named."""
    if target.store is None:
        raise PublishError(say("publish.no-store", target=target.written))
    with _told(), target.store.held():
        wanted = id_ or target.store.before()
        if wanted is None:
            raise PublishError(say("publish.none-before"))
        target.store.switch(wanted)
        folder = target.store.folder / "releases" / wanted
        if target.mirror:
            bring(target.mirror, folder)
        return Published(wanted, folder, True)


def url_of(root: Path) -> str:
    """Where the site will stand."""
    with _told():
        return site_url(root)
