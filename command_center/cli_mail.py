"""`command-center mail`: how e-mail leaves the room, and one message to try it."""

from __future__ import annotations

import argparse
import sys
from getpass import getpass

from command_center.domain.errors import OperatorError
from command_center.domain.mail import MailSecurity, MailServer
from command_center.runtime.paths import data_dir
from command_center.runtime.settings import load_settings


def add_mail(parser: argparse.ArgumentParser) -> None:
    deeds = parser.add_subparsers(dest="deed", required=True)
    server = deeds.add_parser("set", help="the server the room sends by; asks for the password")
    server.add_argument("host")
    server.add_argument("--port", type=int, default=587)
    server.add_argument("--sender", required=True, metavar="ADDRESS")
    server.add_argument("--user", default="", metavar="NAME", help="signs in nobody without it")
    server.add_argument(
        "--security", choices=[s.value for s in MailSecurity], default=MailSecurity.STARTTLS.value
    )
    server.add_argument("--ca-file", default="", metavar="FILE")
    deeds.add_parser("off", help="no e-mail leaves the room")
    trial = deeds.add_parser("try", help="send one message that says it is a trial")
    trial.add_argument("address")
    for deed in deeds.choices.values():
        deed.add_argument("--database", metavar="URL")


def run_mail(args: argparse.Namespace) -> int:
    """0 done; OperatorError says what is wrong."""
    from command_center.bootstrap import mail  # noqa: PLC0415 - a room is opened for it
    from command_center.commands.mail import check_server  # noqa: PLC0415 - as above

    url = args.database or load_settings("live").database or f"sqlite:///{data_dir() / 'room.db'}"
    if args.deed == "try":
        mail.try_mail(url, args.address)
        sys.stdout.write(f"{args.address}\n")
        return 0
    if args.deed == "off":
        mail.set_server(url, None)
        sys.stdout.write("off\n")
        return 0
    server = MailServer(
        host=args.host,
        port=args.port,
        sender=args.sender,
        user=args.user,
        security=MailSecurity(args.security),
        ca_file=args.ca_file,
    )
    check_server(server)
    password = getpass(f"{args.user}@{args.host}: ") if args.user else ""
    if password and not mail.keep_password(server, password):
        raise OperatorError("mail_no_keyring")
    mail.set_server(url, server)
    sys.stdout.write(f"{args.host}:{args.port} {args.security}\n")
    return 0
