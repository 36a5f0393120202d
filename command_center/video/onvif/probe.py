"""Finds ONVIF devices by WS-Discovery. Answers come from anybody and are believed little."""

from __future__ import annotations

import ipaddress
import socket
import time
import uuid
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from command_center.video.onvif.model import Found, plain
from command_center.video.onvif.xml_guard import UnsafeXml, check
from command_center.video.policy import URL_MAX

EVERYBODY = ("239.255.255.250", 3702)
ANSWER_MAX = 16_384
FOUND_MAX = 500
HOPS = 2
DISCOVERY = "{http://schemas.xmlsoap.org/ws/2005/04/discovery}"
ADDRESSING = "{http://schemas.xmlsoap.org/ws/2004/08/addressing}"
NAME = "onvif://www.onvif.org/name/"
PROBE = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"'
    ' xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"'
    ' xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery"'
    ' xmlns:dn="http://www.onvif.org/ver10/network/wsdl"><s:Header>'
    "<a:Action>http://schemas.xmlsoap.org/ws/2005/04/discovery/Probe</a:Action>"
    "<a:MessageID>{id}</a:MessageID>"
    "<a:To>urn:schemas-xmlsoap-org:ws:2005:04:discovery</a:To></s:Header>"
    "<s:Body><d:Probe><d:Types>dn:NetworkVideoTransmitter</d:Types></d:Probe></s:Body>"
    "</s:Envelope>"
)


def probe(targets: Sequence[tuple[str, int]], timeout_s: float) -> tuple[Found, ...]:
    """Ask `targets` (one device each, or EVERYBODY of this network) and listen for `timeout_s`.
    Waits; none when there is no network."""
    id = uuid.uuid4().urn
    found: dict[str, Found] = {}
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ears:
        ears.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, HOPS)
        asked = [target for target in targets if _sent(ears, PROBE.format(id=id), target)]
        until = time.monotonic() + timeout_s
        while asked and len(found) < FOUND_MAX and (left := until - time.monotonic()) > 0:
            ears.settimeout(left)
            try:
                answer, sender = ears.recvfrom(ANSWER_MAX + 1)
            except TimeoutError:
                break
            except OSError:
                continue  # one of those asked is not there
            for device in read_answer(answer, sender[0], id):
                found.setdefault(device.control_url, device)
    return tuple(found.values())


def _sent(ears: socket.socket, message: str, target: tuple[str, int]) -> bool:
    try:
        ears.sendto(message.encode(), target)
    except OSError:
        return False
    return True


def read_answer(answer: bytes, sender: str, asked: str) -> list[Found]:
    """The devices of one answer to the probe `asked`; only addresses of the sender itself, for
    an answer may not send us to somebody else. Empty for anything that is no answer."""
    if len(answer) > ANSWER_MAX:
        return []
    try:
        check(answer)
        root = ET.fromstring(answer)  # noqa: S314 - checked: it has no document type
    except (UnsafeXml, ET.ParseError):
        return []
    if root.findtext(f".//{ADDRESSING}RelatesTo", "").strip() != asked:
        return []
    found = []
    for match in root.iter(f"{DISCOVERY}ProbeMatch"):
        scopes = (match.findtext(f"{DISCOVERY}Scopes") or "").split()
        named = [scope.removeprefix(NAME) for scope in scopes if scope.startswith(NAME)]
        for address in (match.findtext(f"{DISCOVERY}XAddrs") or "").split():
            if _is_of(address, sender):
                found.append(Found(plain(unquote(named[0] if named else "")), address))
                break
    return found


def _is_of(address: str, sender: str) -> bool:
    if len(address) > URL_MAX or not (address.isascii() and address.isprintable()):
        return False
    try:
        parts = urlsplit(address)
        host = ipaddress.ip_address(parts.hostname or "")
    except ValueError:
        return False
    own = host == ipaddress.ip_address(sender)
    return own and parts.scheme in ("http", "https") and parts.username is None
