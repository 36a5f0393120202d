"""The server that e-mail leaves the room by. Its password is in the keyring, never here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

SETTING = "mail"
"""The name of the RoomSetting that holds `MailServer`."""


class MailSecurity(StrEnum):
    """`none`: only for a server on this very machine."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class MailServer:
    """`user` "" signs in nobody; `sender` is the address the room writes from; `ca_file` the
    certificates to trust beside the system's, "" for none."""

    host: str
    port: int
    sender: str
    user: str = ""
    security: MailSecurity = MailSecurity.STARTTLS
    ca_file: str = ""

    def as_value(self) -> dict[str, Any]:
        """As a RoomSetting keeps it."""
        return {
            "host": self.host,
            "port": self.port,
            "sender": self.sender,
            "user": self.user,
            "security": self.security.value,
            "ca_file": self.ca_file,
        }


def server_of(value: Mapping[str, Any]) -> MailServer:
    """What a RoomSetting holds; KeyError or ValueError if it is none."""
    return MailServer(
        host=str(value["host"]),
        port=int(value["port"]),
        sender=str(value["sender"]),
        user=str(value.get("user", "")),
        security=MailSecurity(value["security"]),
        ca_file=str(value.get("ca_file", "")),
    )
