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

from supply.carried import Carried
from supply.lock import Pinned
from supply.natives import Native, table

OWN = "pusat-komando:"


@dataclass(frozen=True, slots=True)
class Other:
    """Python, or a package of the system. `kind`: generic or deb."""

    name: str
    version: str
    kind: str
    licence: str


def _said(distribution: metadata.Distribution) -> Message:
    """What a distribution says of itself: a field it leaves out is None."""
    return cast(Message, distribution.metadata)


def licence_of(distribution: metadata.Distribution) -> str:
    """As its authors wrote it, on one line, or as natives.toml has it where they wrote nothing."""
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
    known = table().distributions.get(distribution.metadata["Name"].lower(), "")
    return " AND ".join(sorted(classifiers)) or known


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


def _expressed(licence: str) -> list[License]:
    return [LicenseExpression(licence)] if licence else []


def _other(other: Other) -> Component:
    namespace = "debian" if other.kind == "deb" else None
    url = PackageURL(other.kind, namespace, other.name, other.version)
    return Component(
        type=ComponentType.LIBRARY,
        name=other.name,
        version=other.version,
        purl=url,
        bom_ref=url.to_string(),
        licenses=_expressed(other.licence),
    )


def _carried(one: Carried) -> Component:
    site = ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(one.home))
    return Component(
        type=ComponentType.LIBRARY,
        name=one.name,
        version=one.version or None,
        purl=one.url,
        bom_ref=one.url.to_string(),
        licenses=_expressed(one.licence),
        external_references=[site] if one.home else [],
        properties=[Property(name=f"{OWN}in", value=name) for name in one.files],
    )


def sbom(
    version: str,
    distributions: Iterable[tuple[metadata.Distribution, Pinned]],
    others: Iterable[Other],
    carried: Iterable[Carried],
    natives: Iterable[Native],
    at: int,
) -> str:
    """JSON, the same for the same input; `at` in seconds since 1970."""
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
    for other in others:
        bom.components.add(_other(other))
    for one in carried:
        bom.components.add(_carried(one))
    for native in natives:
        bom.components.add(_native(native))
    refs = sorted(str(component.bom_ref.value) for component in bom.components)
    bom.serial_number = uuid.UUID(
        hashlib.sha256("\n".join([version, *refs]).encode()).hexdigest()[:32]
    )
    bom.register_dependency(bom.metadata.component, bom.components)
    writer = make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6)
    return writer.output_as_string(indent=1) + "\n"
