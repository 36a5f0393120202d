"""Asks what this machine serves and where it goes: gateway, relay, updates, camera directories."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from cryptography import x509

from command_center.bootstrap.doctor.facts import (
    Directories,
    Gateway,
    Grant,
    Relay,
    Updates,
    refusal,
)
from command_center.bootstrap.doctor.resolving import resolved
from command_center.bootstrap.given_file import read_some
from command_center.bootstrap.streams import authorities_in
from command_center.connectors.gateway.server import listen_at
from command_center.connectors.gateway.tls import context_of
from command_center.domain.errors import OperatorError
from command_center.domain.room import RoomKind
from command_center.runtime.redact import redact
from command_center.runtime.secrets import directory_key, relay_token
from command_center.runtime.settings import Settings
from command_center.updates.catalogue import trusted_root
from command_center.updates.freshness import good_until
from command_center.updates.installation import running
from command_center.updates.source import source_of
from command_center.video.directory.access import Access, load_accesses
from command_center.video.relay.asking import ask_relay

FILE_BYTES = 1_000_000


def gateway_here(settings: Settings) -> Gateway | None:
    if not settings.gateway:
        return None
    certificate, key = settings.gateway_certificate, settings.gateway_key
    try:
        listen_at(settings.gateway, certificate, key)
        if certificate:
            context_of(certificate, key)
    except OperatorError as error:
        return Gateway(settings.gateway, error, None)
    return Gateway(settings.gateway, None, _until(certificate) if certificate else None)


def _until(file: str) -> datetime | None:
    """Of the certificates in a PEM file, the first is the gateway's own."""
    with suppress(OSError, ValueError):
        return x509.load_pem_x509_certificates(read_some(Path(file), FILE_BYTES))[
            0
        ].not_valid_after_utc
    return None


# --- the relay ---------------------------------------------------------------------------------


def relay_here(settings: Settings) -> Relay | None:
    if not settings.relay:
        return None
    # Not as the wall knows it: in a window that is open, it was asked for once.
    token = settings.relay_token or relay_token(RoomKind.LIVE.value)
    answer = ask_relay(settings.relay, token, _authorities(settings)) if token else None
    return Relay(redact(settings.relay), answer)


def _authorities(settings: Settings) -> str:
    """A file that is away is said by the check of the settings."""
    with suppress(ValueError):
        return authorities_in(settings.camera_certificates)
    return ""


# --- camera directories ------------------------------------------------------------------------


def directories_here() -> Directories:
    try:
        accesses = load_accesses(RoomKind.LIVE)
    except OperatorError as error:
        return Directories(error, ())
    used = {name: one for name, one in accesses.items() if one.enabled}
    found = resolved({host for one in used.values() for host in one.hosts})
    return Directories(None, tuple(_grant(name, one, found) for name, one in used.items()))


def _grant(name: str, access: Access, found: dict[str, bool]) -> Grant:
    key = not access.key_header or directory_key(name, RoomKind.LIVE.value) is not None
    certificates = not access.ca_file or _readable(Path(access.ca_file))
    return Grant(name, key, certificates, all(found[host] for host in access.hosts))


def _readable(path: Path) -> bool:
    try:
        with path.open("rb"):
            return True
    except OSError:
        return False


# --- updates -----------------------------------------------------------------------------------


def updates_here(text: str) -> Updates:
    """As `update check` looks, but what it learns is not kept."""
    shown, until, fault, installation = redact(text), None, None, None
    try:
        found = running()
        installation = found[0] if found is not None else None
        root = trusted_root(installation)
        if text:
            source = source_of(text)
            shown, until = source.shown, good_until(source, root, installation)
    except OperatorError as error:
        fault = error
    except OSError as error:
        fault = refusal(error)
    return Updates(shown, installation is not None, fault, until)
