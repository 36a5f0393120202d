"""What the Debian package says of itself agrees with the program."""

from __future__ import annotations

import configparser
import re
import shlex
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from defusedxml import ElementTree

from command_center.cli import VERBS, parser
from command_center.domain.ids import new_id
from command_center.video.evidence.manifest import FORMAT

DEBIAN = Path(__file__).resolve().parents[3] / "packaging" / "debian"
NS = "{http://www.freedesktop.org/standards/shared-mime-info}"
ENTRIES = ("pusat-komando", "pusat-komando-verify")


def ini(path: Path) -> configparser.RawConfigParser:
    entry = configparser.RawConfigParser(delimiters=("=",), strict=False, interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read_string(path.read_text(encoding="utf-8"))
    return entry


def test_the_control_file_has_what_a_package_needs() -> None:
    text = (DEBIAN / "control.in").read_text(encoding="utf-8")
    fields = dict(re.findall(r"^([A-Z][\w-]+): (.+)$", text, re.MULTILINE))
    assert fields["Package"] == "pusat-komando"
    assert fields["Version"] == "@VERSION@"
    assert fields["Depends"].startswith("libc6 (>= @LIBC@), ")
    assert {"Architecture", "Maintainer", "Description", "Installed-Size"} <= fields.keys()
    body = text.partition("Description: ")[2].splitlines()[1:]
    assert all(line.startswith(" ") for line in body)


@pytest.mark.parametrize("name", ENTRIES)
def test_a_desktop_entry_is_whole_and_in_both_languages(name: str) -> None:
    entry = ini(DEBIAN / f"{name}.desktop")
    main = entry["Desktop Entry"]
    assert main["Type"] == "Application"
    assert {"Name", "Name[en]", "Name[id]", "Comment", "Comment[id]", "Exec"} <= main.keys()
    assert (DEBIAN / f"{main['Icon']}.svg").is_file()
    assert main.get("Categories", "").endswith(";")
    wanted = [f"Desktop Action {one}" for one in main.get("Actions", "").split(";") if one]
    assert entry.sections()[1:] == wanted
    assert all({"Name", "Name[id]", "Exec"} <= entry[one].keys() for one in wanted)


def test_every_command_of_the_menu_is_one_the_program_takes() -> None:
    entry = ini(DEBIAN / "pusat-komando.desktop")
    commands = [shlex.split(entry[group]["Exec"]) for group in entry.sections()]
    assert [words[0] for words in commands] == ["command-center"] * 4
    taken = [parser().parse_args(words[1:]) for words in commands]
    assert [(one.verb, getattr(one, "observer", False)) for one in taken] == [
        ("live", False),
        ("live", False),
        ("exercise", False),
        ("live", True),
    ]


def test_manifests_of_evidence_are_told_by_name_and_by_content() -> None:
    kind = ElementTree.parse(DEBIAN / "pusat-komando.xml").getroot().find(f"{NS}mime-type")
    assert kind is not None
    name = f"{new_id(datetime(2026, 11, 23, tzinfo=UTC))}.json"
    assert fnmatchcase(name, kind.find(f"{NS}glob").get("pattern"))
    assert not fnmatchcase("settings.json", kind.find(f"{NS}glob").get("pattern"))
    assert kind.find(f"{NS}magic/{NS}match").get("value") == f'"{FORMAT}"'
    opener = ini(DEBIAN / "pusat-komando-verify.desktop")["Desktop Entry"]
    assert opener["MimeType"] == kind.get("type") + ";"
    script = (DEBIAN / Path(opener["Exec"].split()[0]).name).read_text(encoding="utf-8")
    assert 'command-center verify "$1"' in script


def test_the_service_runs_as_nobody_else_and_writes_nowhere_else() -> None:
    service = ini(DEBIAN / "pusat-komando-intake.service")["Service"]
    assert shlex.split(service["ExecStart"])[1] in VERBS
    assert service["User"] == "pusat-komando"
    assert service["ProtectSystem"] == "strict"
    assert service["NoNewPrivileges"] == "yes"
    assert service["StateDirectory"] == "pusat-komando"
    assert service["CapabilityBoundingSet"] == ""


def test_the_settings_that_the_service_is_given_are_settings_of_the_package() -> None:
    unit = (DEBIAN / "pusat-komando-intake.service").read_text(encoding="utf-8")
    loaded = re.findall(r"^LoadCredential=\S+?:(\S+)$", unit, re.MULTILINE)
    conffiles = (DEBIAN / "conffiles").read_text(encoding="utf-8").split()
    assert sorted(loaded) == conffiles
    assert all((DEBIAN / Path(path).name).is_file() for path in conffiles)


def test_the_service_reads_what_it_is_given_also_where_systemd_is_old() -> None:
    unit = (DEBIAN / "pusat-komando-intake.service").read_text(encoding="utf-8")
    told = re.findall(r"^Environment=COMMAND_CENTER_CONFIG=(\S+)$", unit, re.M)
    assert told == ["/run/credentials/pusat-komando-intake.service"]


def test_the_service_has_a_pass_file_that_no_group_reads() -> None:
    """PostgreSQL's client passes over any other; systemd 254 and later give a group the right."""
    unit = (DEBIAN / "pusat-komando-intake.service").read_text(encoding="utf-8")
    service = ini(DEBIAN / "pusat-komando-intake.service")["Service"]
    program, *words, given, own = shlex.split(service["ExecStartPre"])
    assert (program, words) == ("/usr/bin/install", ["-m", "0600"])
    assert given == "/run/credentials/pusat-komando-intake.service/pgpass"
    assert own == f"%t/{service['RuntimeDirectory']}/pgpass"
    assert f"Environment=PGPASSFILE={own}\n" in unit
    assert service["RuntimeDirectoryMode"] == "0700"


def test_a_call_that_the_service_may_not_make_fails_and_does_not_end_it() -> None:
    unit = (DEBIAN / "pusat-komando-intake.service").read_text(encoding="utf-8")
    assert "SystemCallErrorNumber=EPERM\n" in unit
    taken = re.findall(r"^SystemCallFilter=~(.*)$", unit, re.M)
    assert taken == ["@privileged"], "the program lowers its own priority and limits"


def test_only_a_purge_takes_what_the_service_stored() -> None:
    before, _, after = (
        (DEBIAN / "postrm.in").read_text(encoding="utf-8").partition("= purge ]; then")
    )
    assert "rm -rf" not in before
    assert "/var/lib/pusat-komando" in after.partition("\nfi\n")[0]
    assert "/var/lib" not in (DEBIAN / "prerm.in").read_text(encoding="utf-8")
