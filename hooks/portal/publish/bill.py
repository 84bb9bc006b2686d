"""What the site and its tools are made of: a bill of materials in CycloneDX, from the lock and what is installed."""

from __future__ import annotations

import re
import uuid
from datetime import UTC, date, datetime
from importlib import metadata
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

LICENCES = Path("LICENSES")
"""The texts of our own licences, in the project, named after their SPDX identifiers."""

_LOCKED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>\S+)(?: ; .*)? \\$")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def components(root: Path) -> list[Component]:
    """Every package of the lock with its hashes and, where it is installed, its licence; by name."""
    found: list[Component] = []
    for line in (root / "requirements.txt").read_text(encoding="utf-8").splitlines():
        if locked := _LOCKED.match(line):
            found.append(_component(locked["name"], locked["version"]))
        elif found and (value := _HASH.search(line)):
            found[-1].hashes.add(HashType(alg=HashAlgorithm.SHA_256, content=value[1]))
    return sorted(found, key=lambda component: (component.name, component.version or ""))


def _component(name: str, version: str) -> Component:
    url = PackageURL("pypi", name=name.lower(), version=version)
    component = Component(type=ComponentType.LIBRARY, name=name, version=version, purl=url, bom_ref=url.to_string())
    if licence := _licence(name, version):
        component.licenses.add(LicenseFactory().make_from_string(licence))
    return component


def _licence(name: str, version: str) -> str:
    """What a package says of its licence: an expression, else the end of its classifiers, else a short text."""
    try:
        about = metadata.metadata(name).json
    except metadata.PackageNotFoundError:
        return ""  # another system's
    if about["version"] != version:
        return ""
    if expression := about.get("license_expression"):
        return str(expression)
    classifiers = [str(line) for line in about.get("classifier", ())]
    classified = [line.rpartition(" :: ")[2] for line in classifiers if "License ::" in line]
    text = str(about.get("license") or "")
    return " AND ".join(classified) or (text if "\n" not in text and len(text) < 60 else "")


def bill(root: Path, day: date) -> str:
    """The bill of materials as JSON: the same for the same lock and day."""
    bom = Bom(components=components(root))
    bom.metadata.component = Component(
        type=ComponentType.APPLICATION, name="into-nijmegen", bom_ref="into-nijmegen",
        licenses=[LicenseFactory().make_with_expression("EUPL-1.2")],
    )  # fmt: skip
    bom.metadata.timestamp = datetime(day.year, day.month, day.day, tzinfo=UTC)
    bom.serial_number = uuid.uuid5(uuid.NAMESPACE_URL, (root / "requirements.txt").read_text(encoding="utf-8"))
    for component in bom.components:
        bom.register_dependency(bom.metadata.component, [component])
    return make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=2) + "\n"


def page(root: Path) -> str:
    """The same for people: a page of the handbook."""
    rows = []
    for component in components(root):
        licences = sorted(getattr(one, "value", "") or getattr(one, "id", "") or getattr(one, "name", "")
                          for one in component.licenses)  # fmt: skip
        rows.append(f"| {component.name} | {component.version} | {', '.join(licences) or 'see the package'} |")
    texts = "\n".join(f"- [{path.stem}](../LICENSES/{path.name})" for path in sorted((root / LICENCES).glob("*.txt")))
    head = (
        "# What it is made of\n\n"
        "Written by `portal bill --page` from the lock (`make lock`). `portal bill` prints the same as CycloneDX,\n"
        "with hashes. Our own code is under EUPL-1.2, the content under CC-BY-4.0, the font Manrope under OFL-1.1,\n"
        "published with its licence beside it.\n\n"
    )
    return "\n".join([f"{head}{texts}\n", "| package | version | licence |", "| --- | --- | --- |", *rows, ""])
