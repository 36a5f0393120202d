"""The list of parts as machines read it: CycloneDX 1.6, JSON."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from importlib import metadata
from typing import cast

from cyclonedx.model import (
    ExternalReference,
    ExternalReferenceType,
    HashAlgorithm,
    HashType,
    Property,
    XsUri,
)
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense, License, LicenseExpression
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

from supply.lock import Pinned

OWN = "pusat-komando:"


@dataclass(frozen=True, slots=True)
class Native:
    """A library file of the bundle. `source` = whose it is; `made` "" or how we made it."""

    path: str
    sha256: str
    source: str
    made: str = ""


def _said(distribution: metadata.Distribution) -> Message:
    """What a distribution says of itself: a field it leaves out is None."""
    return cast(Message, distribution.metadata)


def licence_of(distribution: metadata.Distribution) -> str:
    """As its authors wrote it, on one line; "" where they wrote nothing."""
    told = _said(distribution)
    if expression := told.get("License-Expression"):
        return expression
    classifiers = [
        line.rpartition(" :: ")[2]
        for line in told.get_all("Classifier") or []
        if line.startswith("License :: ")
    ]
    written = (told.get("License") or "").strip()
    if written and "\n" not in written and len(written) < 100:
        return written
    return " AND ".join(sorted(classifiers))


def _licences(distribution: metadata.Distribution) -> list[License]:
    """An expression in SPDX's words where the authors gave one."""
    if expression := _said(distribution).get("License-Expression"):
        return [LicenseExpression(expression)]
    told = licence_of(distribution)
    return [DisjunctiveLicense(name=told)] if told else []


def _distribution(distribution: metadata.Distribution, pinned: Pinned) -> Component:
    url = PackageURL("pypi", name=pinned.name, version=pinned.version)
    return Component(
        type=ComponentType.LIBRARY,
        name=pinned.name,
        version=pinned.version,
        purl=url,
        bom_ref=url.to_string(),
        licenses=_licences(distribution),
        external_references=[
            ExternalReference(
                type=ExternalReferenceType.DISTRIBUTION,
                url=XsUri(url.to_string()),
                comment="the files that requirements.lock accepts, one of which was installed",
                hashes=[HashType(alg=HashAlgorithm.SHA_256, content=s) for s in pinned.sha256],
            )
        ],
    )


def _native(native: Native) -> Component:
    properties = [Property(name=f"{OWN}from", value=native.source)]
    if native.made:
        properties.append(Property(name=f"{OWN}made", value=native.made))
    return Component(
        type=ComponentType.FILE,
        name=native.path,
        bom_ref=f"file:{native.path}",
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=native.sha256)],
        properties=properties,
    )


def _plain(name: str, version: str, kind: str) -> Component:
    url = PackageURL(kind, "debian" if kind == "deb" else None, name, version)
    return Component(
        type=ComponentType.LIBRARY, name=name, version=version, purl=url, bom_ref=url.to_string()
    )


def sbom(
    version: str,
    distributions: Iterable[tuple[metadata.Distribution, Pinned]],
    others: Iterable[tuple[str, str, str]],
    natives: Iterable[Native],
    at: int,
) -> str:
    """JSON, the same for the same input. `others` = name, version and kind (generic, deb); `at` in
    seconds since 1970."""
    bom = Bom()
    bom.metadata.timestamp = datetime.fromtimestamp(at, UTC)
    bom.metadata.component = Component(
        type=ComponentType.APPLICATION,
        name="pusat-komando",
        version=version,
        bom_ref="pusat-komando",
        licenses=[DisjunctiveLicense(id="Apache-2.0")],
    )
    for distribution, pinned in distributions:
        bom.components.add(_distribution(distribution, pinned))
    for name, other_version, kind in others:
        bom.components.add(_plain(name, other_version, kind))
    for native in natives:
        bom.components.add(_native(native))
    refs = sorted(str(component.bom_ref.value) for component in bom.components)
    bom.serial_number = uuid.UUID(
        hashlib.sha256("\n".join([version, *refs]).encode()).hexdigest()[:32]
    )
    bom.register_dependency(bom.metadata.component, bom.components)
    writer = make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6)
    return writer.output_as_string(indent=1) + "\n"
