"""The command line as a person or a script meets it: what it prints and how it ends."""

from __future__ import annotations

import ast
import hashlib
import json
import os
import re
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from command_center.cli import VERBS, main
from command_center.cli_status import DONE, ENVIRONMENT, NOTHING_STORED, WRONG_USAGE
from command_center.cli_words import WORDS, explained
from command_center.domain.errors import OperatorError
from command_center.storage import errors as storage_errors
from command_center.ui.sentences import SENTENCES

ROOT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "command_center")
HEADLESS = ("state", "parse", "import", "source", "replay")

CALLS = """\
Call,Unit,Received,OnScene
C1,A 1,2026-11-21 14:04:51,2026-11-21 14:09:00
C2,B 2,2026-11-21 14:06:00,
"""
MAPPING = """\
name = "calls"
time_zone = "Asia/Jakarta"
time_format = "%Y-%m-%d %H:%M:%S"
[agency]
code = "uji"
name = "Dinas Uji"
short = "Uji"
[[record]]
type = "unit"
id = "0-{Unit}"
at = "Received"
fields = {call_sign = "{Unit}", agency = "uji", kind = "patroli", status = "available"}
[[record]]
type = "report"
id = "{Call}"
at = "Received"
fields = {category = "kebakaran", text = "asap", priority = "P2"}
[[record]]
type = "unit_status"
id = "s-{Call}"
at = "OnScene"
fields = {report = "{Call}", call_sign = "{Unit}", status = "on_scene"}
"""


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs a line of words; the status, what went out and what went to the error stream."""

    def run(*words: object) -> tuple[int, str, str]:
        try:
            status = main([str(word) for word in words])
        except SystemExit as end:
            status = int(end.code or 0)
        heard = capsys.readouterr()
        return status, heard.out, heard.err

    return run


def sqlite(path: Path) -> str:
    return f"sqlite:///{path}"


def bare_environment(**more: str) -> dict[str, str]:
    """This process's, without anything that names a display."""
    names = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    return {k: v for k, v in os.environ.items() if k not in names} | more


def test_help_and_version_end_well(said: Any) -> None:
    status, out, _ = said("--help")
    assert status == DONE
    assert all(verb in out for verb in VERBS)
    status, out, _ = said("--version")
    assert (status, bool(re.fullmatch(r"\d+\.\d+\.\d+\s*", out))) == (DONE, True)


@pytest.mark.parametrize(
    "words",
    [
        ("dance",),
        ("state", "--database", "mysql://u@h/x"),
        ("state", "--database", ":::"),
        ("state", "--database", "postgresql+psycopg://u:hunter2@h/x"),
        ("state", "--database", "postgresql+psycopg://u@h/x?password=hunter2"),
        ("exercise", "--size", "wide", "--screenshot", "never.png"),
        ("source", "add", "jmp", "ftp://h"),
        ("source", "add", "jmp", "http://u:hunter2@h"),
        ("import", "places", "not-there.csv"),
        ("mail", "set", "mail.example", "--sender", "nobody"),
        ("mail", "set", "mail.example", "--sender", "a@b.example", "--security", "none"),
        ("parse", "not-there.json", "--as", "records"),
        ("replay", "not-there.csv", "--mapping", "sf_fire"),
        ("replay", __file__, "--mapping", "no_such_mapping"),
        ("replay", __file__, "--mapping", "sf_fire", "--speed", "fast"),
        ("replay", __file__, "--mapping", "sf_fire", "--speed", "-1"),
    ],
)
def test_wrong_usage_is_two_in_one_sentence_that_repeats_no_password(
    said: Any, words: tuple[str, ...], tmp_path: Path
) -> None:
    status, out, err = said(*words)
    assert (status, out) == (WRONG_USAGE, "")
    assert err.strip()
    assert "hunter2" not in err
    assert "Traceback" not in err
    assert list(tmp_path.rglob("*.db")) == []


def test_nothing_stored_is_three(said: Any, tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.write_text("name,kind,lat,lon\n")
    status, out, _ = said("import", "places", empty, "--database", sqlite(tmp_path / "room.db"))
    assert status == NOTHING_STORED
    assert out.splitlines()[-1].startswith("0 stored")
    page = tmp_path / "page.json"
    page.write_text('{"contract": "something else"}')
    status, out, _ = said("parse", page, "--as", "records", "--json")
    assert (status, json.loads(out)["stored"]) == (NOTHING_STORED, [])
    status, _, err = said("replay", empty, "--mapping", "sf_fire", "--headless")
    assert (status, "no row" in err) == (NOTHING_STORED, True)
    empty.write_text("a,b\n1,2\n")
    status, _, err = said("replay", empty, "--mapping", "sf_fire", "--headless")
    assert (status, "no column" in err) == (NOTHING_STORED, True)


@pytest.mark.parametrize(
    "words", [("source", "add", "jmp", "http://h.example"), ("state", "--json")]
)
@pytest.mark.parametrize("place", ["postgresql+psycopg://nobody@127.0.0.1:1/x", "folder", "text"])
def test_an_environment_at_fault_is_four_in_one_sentence(
    said: Any, words: tuple[str, ...], place: str, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "text").write_text("no database")
    url = place if "://" in place else sqlite(tmp_path / place)
    status, out, err = said(*words, "--database", url)
    assert (status, out) == (ENVIRONMENT, "")
    assert re.fullmatch(r"command-center: [A-Z][^\n]+\.\n", err)


def test_settings_that_cannot_be_read_are_named(said: Any, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text("colour = 1\n")
    status, _, err = said("state")
    assert (status, "settings.toml" in err and "colour" in err) == (ENVIRONMENT, True)


@pytest.mark.parametrize("scheme", ["sqlite", "sqlite+pysqlite"])
def test_the_state_of_a_missing_database_creates_nothing(
    said: Any, scheme: str, tmp_path: Path
) -> None:
    status, out, err = said("state", "--json", "--database", f"{scheme}:///{tmp_path}/a/room.db")
    assert (status, out) == (ENVIRONMENT, "")
    assert "no room" in err
    assert list(tmp_path.iterdir()) == []


def test_an_import_names_row_and_column_of_what_it_refuses(said: Any, tmp_path: Path) -> None:
    file = tmp_path / "places.csv"
    file.write_text("name,kind,lat,lon\nWarung,landmark,-7.98,112.63\nJauh,landmark,x,112.63\n")
    status, out, _ = said("import", "places", file, "--database", sqlite(tmp_path / "room.db"))
    fault, summary = out.splitlines()
    assert (status, summary) == (DONE, "1 stored, 1 refused")
    assert fault == "places.csv row 3 column lat: not a number ('x')"


def test_agencies_and_the_mail_server_are_set_from_the_terminal(said: Any, tmp_path: Path) -> None:
    file, url = tmp_path / "agencies.csv", sqlite(tmp_path / "room.db")
    file.write_text("code,name,short,via,reach\npln,PLN,PLN,email,a@b.example\nx,X,X,email,bad\n")
    status, out, _ = said("import", "agencies", file, "--database", url)
    assert (status, out.splitlines()[-1]) == (DONE, "1 stored, 1 refused")
    status, _, err = said("mail", "try", "a@b.example", "--database", url)
    assert (status, "No mail server is set" in err) == (ENVIRONMENT, True)
    words = ("--sender", "r@a.example", "--port", "1", "--security", "none")
    status, out, _ = said("mail", "set", "127.0.0.1", *words, "--database", url)
    assert (status, out) == (DONE, "127.0.0.1:1 none\n")
    status, _, err = said("mail", "try", "a@b.example", "--database", url)
    assert (status, "cannot be reached" in err) == (ENVIRONMENT, True)


def test_the_ways_of_orders_are_set_shown_and_their_secret_told(said: Any, tmp_path: Path) -> None:
    file, url = tmp_path / "ways.csv", ("--database", sqlite(tmp_path / "room.db"))
    (tmp_path / "agencies.csv").write_text("code,name,short\npln,PLN,PLN\n")
    assert said("import", "agencies", tmp_path / "agencies.csv", *url)[0] == DONE
    head = "by,name,via,to,key\n"
    file.write_text(f"{head}agency,pln,webhook,https://mdt.example/in,\nunit,X 1,cot,a:1,\n")
    status, _, err = said("orders", "routes", file, *url)
    assert (status, "Row 3, column name: this room has no X 1." in err) == (WRONG_USAGE, True)
    file.write_text(f"{head}agency,pln,webhook,https://mdt.example/in,\n")
    assert said("orders", "routes", file, *url)[:2] == (DONE, "1\n")
    assert said("orders", "show", *url)[1] == file.read_text()
    status, out, _ = said("orders", "secret", "mdt.example", *url)
    name, secret = out.split()
    assert (status, name, len(secret)) == (DONE, "orders.mdt.example.1", 64)
    assert said("orders", "secret", "mdt.example", *url)[1] == out
    assert said("orders", "secret", "other.example", *url)[0] == WRONG_USAGE
    assert said("orders", "off", *url)[:2] == (DONE, "0\n")


def replayed(said: Any, folder: Path, name: str) -> str:
    """The database of two calls with a unit each, told by a mapping of our own."""
    (folder / "calls.csv").write_text(CALLS)
    (folder / "calls.toml").write_text(MAPPING)
    url = sqlite(folder / name)
    words = ("replay", folder / "calls.csv", "--mapping", folder / "calls.toml", "--headless")
    status, out, _ = said(*words, "--database", url)
    assert (status, "5 records stored" in out) == (DONE, True)
    return url


def test_the_state_document_has_exactly_the_agreed_shape(said: Any, tmp_path: Path) -> None:
    url = replayed(said, tmp_path, "a.db")
    status, out, _ = said("state", "--json", "--database", url)
    document = json.loads(out)
    assert status == DONE
    assert list(document) == ["hash", "counts", "incidents", "units"]
    log = document["counts"].pop("log")
    assert log >= 5
    assert document["counts"] == {"reports": 2, "incidents": 2, "open": 2, "assignments": 1}
    assert document["incidents"] == [
        {
            "number": 1,
            "status": "ditangani",
            "priority": "P2",
            "disposition": None,
            "reports": [{"source": "calls", "source_id": "C1"}],
            "units": [{"call_sign": "A 1", "status": "di_tkp", "at": "2026-11-21T07:09:00Z"}],
        },
        {
            "number": 2,
            "status": "baru",
            "priority": "P2",
            "disposition": None,
            "reports": [{"source": "calls", "source_id": "C2"}],
            "units": [],
        },
    ]
    assert document["units"] == [
        {"call_sign": "A 1", "status": "on_scene", "since": "2026-11-21T07:09:00Z", "incident": 1},
        {"call_sign": "B 2", "status": "available", "since": "2026-11-21T07:06:00Z"}
        | {"incident": None},
    ]


def test_the_hash_can_be_computed_from_the_document_alone(said: Any, tmp_path: Path) -> None:
    url = replayed(said, tmp_path, "a.db")
    document = json.loads(said("state", "--json", "--database", url)[1])
    reports = {row["number"]: row["reports"] for row in document["incidents"]}
    hashed = {
        "incidents": [
            {name: value for name, value in row.items() if name != "number"}
            for row in document["incidents"]
        ],
        "units": [row | {"incident": reports.get(row["incident"])} for row in document["units"]],
    }
    text = json.dumps(hashed, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert document["hash"] == hashlib.sha256(text.encode()).hexdigest()
    again = replayed(said, tmp_path, "b.db")
    assert said("state", "--database", again)[1].strip() == document["hash"]


def test_headless_verbs_never_load_qt(tmp_path: Path) -> None:
    files = {"calls.csv": CALLS, "calls.toml": MAPPING}
    files["page.json"] = '{"contract": "pusat-komando/1", "records": [], "next": ""}'
    files["places.csv"] = "name,kind,lat,lon\nWarung,landmark,-7.98,112.63\n"
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    url = sqlite(tmp_path / "room.db")
    lines = [
        ["parse", "page.json", "--as", "records"],
        ["import", "places", "places.csv", "--database", url],
        ["source", "add", "jmp", "http://h.example", "--off", "--database", url],
        ["replay", "calls.csv", "--mapping", "calls.toml", "--headless"],
        ["state", "--json", "--database", url],
    ]
    assert {line[0] for line in lines} == set(HEADLESS)
    probe = (
        "import sys, json\n"
        "from command_center.cli import main\n"
        "for line in json.loads(sys.argv[1]): print(line[0], main(line), file=sys.stderr)\n"
        "print(*[n for n in sys.modules if n.startswith(('PySide6', 'shiboken6'))])"
    )
    run = subprocess.run(
        [sys.executable, "-c", probe, json.dumps(lines)],
        cwd=tmp_path,
        env=bare_environment(PYTHONPATH=str(ROOT)),
        capture_output=True,
        text=True,
        check=True,
        timeout=50,
    )
    ends = dict(line.rsplit(" ", 1) for line in re.findall(r"[a-z]+ \d$", run.stderr, re.MULTILINE))
    assert ends == {"parse": "3", "import": "0", "source": "0", "replay": "0", "state": "0"}
    assert run.stdout.splitlines()[-1] == ""


@pytest.mark.parametrize("verb", ["live", "exercise"])
def test_no_display_is_one_sentence_and_four(verb: str, tmp_path: Path) -> None:
    run = subprocess.run(
        [*COMMAND, verb],
        cwd=ROOT,
        env=bare_environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
    )
    assert (run.returncode, run.stdout) == (ENVIRONMENT, "")
    assert re.fullmatch(r"command-center: There is no display [^\n]+\n", run.stderr)
    assert list(tmp_path.rglob("*.db")) == []


def test_a_picture_needs_no_display(tmp_path: Path) -> None:
    picture = tmp_path / "pictures" / "room.png"
    words = ["live", "--screenshot", str(picture), "--after", "1", "--size", "1366x768"]
    run = subprocess.run(
        [*COMMAND, *words, "--database", sqlite(tmp_path / "room.db")],
        cwd=ROOT,
        env=bare_environment(QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        check=False,
        timeout=55,
    )
    assert run.returncode == DONE, run.stderr
    assert struct.unpack(">II", picture.read_bytes()[16:24]) == (1366, 768)


def codes_raised_below_the_window() -> set[str]:
    """Every literal code that can end a command before or without a window."""
    rooms = ("storage", "bootstrap", "exercise/city", "ui/application.py")
    package = ROOT / "command_center"
    files = [f for room in rooms for f in [package / room, *(package / room).rglob("*.py")]]
    calls = (
        node
        for file in files
        if file.is_file()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "OperatorError"
    )
    literal = {c.args[0].value for c in calls if isinstance(c.args[0], ast.Constant)}
    driver = {code for _, code in storage_errors._SQLITE_SENTENCES}
    return {*map(str, literal), *driver, *storage_errors._POSTGRES_STATES.values()}


# Raised below the window, but on the way of nothing that a verb does: a person who signs in,
# searches, seals or goes on without a server reads them on the screen.
IN_THE_WINDOW = {
    "attachment_source_gone",
    "database_file_missing",
    "database_file_replaced",
    "director_elsewhere",
    "handover_needs_database",
    "needs_db_init",
    "offline_only_additive",
    "order_secret_not_kept",
    "order_secret_short",
    "outbox_failed",
    "password_same",
    "playback_not_started",
    "playback_read_only",
    "sealed_gone",
    "sealed_size",
    "sealed_spoilt",
    "search_too_short",
    "sign_in_again",
    "sign_in_locked",
    "sign_in_needs_database",
    "sign_in_not_kept",
    "sign_in_not_remembered",
    "sign_in_params",
    "sign_in_refused",
    "signing_key_in_file",
    "text_too_long",
}


def test_every_code_that_can_end_a_command_has_a_sentence() -> None:
    spoken_elsewhere = {"bug", "backup_is_the_servers", "picture_not_written", *IN_THE_WINDOW}
    assert codes_raised_below_the_window() - WORDS.keys() == spoken_elsewhere
    assert SENTENCES.keys() >= IN_THE_WINDOW


@pytest.mark.parametrize("code", sorted(WORDS))
def test_a_sentence_is_one_and_survives_missing_values(code: str) -> None:
    text = explained(OperatorError(code))
    assert text.endswith(".")
    assert "{" not in text
    assert "\n" not in text
    assert explained(OperatorError("no_such_code", a=1)) == "no_such_code {'a': 1}"
