"""How e-mail leaves the room."""

from __future__ import annotations

import re
from dataclasses import dataclass

from command_center.commands.referral import ADDRESS
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.mail import SETTING, MailSecurity, MailServer
from command_center.domain.network import is_loopback
from command_center.domain.permissions import Permission
from command_center.domain.room import RoomSetting
from command_center.ports import UnitOfWork

_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.:-]{0,252}[A-Za-z0-9])?")
_USER_LONGEST = 200
_FILE_LONGEST = 500


@dataclass(frozen=True, slots=True)
class SetMailServer:
    """None: no e-mail leaves the room."""

    server: MailServer | None


@verb(SetMailServer, "mail.set", Permission.ADMINISTER)
def set_mail_server(work: UnitOfWork, command: SetMailServer, ctx: Context) -> Result:
    if command.server is not None:
        check_server(command.server)
    value = command.server.as_value() if command.server is not None else {}
    kept = work.find(RoomSetting, id=SETTING)
    if kept:
        work.change(kept[0], value=value)
    else:
        work.add(RoomSetting(SETTING, 1, value))
    return {"setting": SETTING}


def check_server(server: MailServer) -> None:
    """OperatorError for what cannot be a server, or would send in the clear over a network."""
    if not _HOST.fullmatch(server.host) or not 0 < server.port < 65_536:
        raise OperatorError("mail_server_wrong", host=server.host[:80])
    if not ADDRESS.fullmatch(server.sender):
        raise OperatorError("mail_address_wrong", address=server.sender[:80])
    printable = server.user.isprintable() and server.ca_file.isprintable()
    if not printable or len(server.user) > _USER_LONGEST or len(server.ca_file) > _FILE_LONGEST:
        raise OperatorError("mail_server_wrong", host=server.host[:80])
    if server.security is MailSecurity.NONE and not is_loopback(server.host):
        raise OperatorError("mail_needs_tls", host=server.host[:80])
