"""One record is one line, and no password of an address is in it."""

import json
import logging
import sys
from pathlib import Path

from command_center.runtime.crash import STACKS_LEFT, open_stacks
from command_center.runtime.logs import JsonLine
from command_center.runtime.redact import redact


def record(text: str, *args: object) -> logging.LogRecord:
    return logging.LogRecord("cam", logging.WARNING, __file__, 1, text, args, None)


def test_a_forged_line_stays_inside_its_record() -> None:
    line = JsonLine().format(record("name %s", "x\n2026 ERROR forged \x1b[31m"))
    assert "\n" not in line
    assert "\x1b" not in line
    assert json.loads(line)["what"] == "name x\n2026 ERROR forged \x1b[31m"


def test_credentials_are_taken_out_of_text_and_trace() -> None:
    assert redact("rtsp://operator:canary@10.0.0.9/s1") == "rtsp://***@10.0.0.9/s1"
    try:
        raise ValueError("http://u:canary@h/")
    except ValueError:
        failed = record("lost")
        failed.exc_info = sys.exc_info()
    assert "canary" not in JsonLine().format(failed)


def test_a_token_in_an_address_is_taken_out_too() -> None:
    line = JsonLine().format(record("lost %s", "http://h/v1/records?after=1&api_key=canary"))
    assert "canary" not in line
    assert "after=1" in line


def test_a_password_that_breaks_its_address_is_taken_out_too() -> None:
    for password in ("can/ary", "can?ary", "can#ary", "/canary"):
        said = redact(f"refused: rtsp://operator:{password}@10.0.0.9/s1 and more")
        assert "ary" not in said
        assert said.endswith("10.0.0.9/s1 and more")


def test_addresses_without_one_stay_as_they_are() -> None:
    for url in (
        "http://10.0.0.9:8080/a@b",
        "http://10.0.0.9/a:b@c",
        "http://h:80?x=a@b",
        "http://[2001:db8::1]:80/a@b",
        "https://h/a?at=1@2",
    ):
        assert redact(url) == url


def test_stacks_of_many_crashes_are_cut_to_their_end_where_they_lie(tmp_path: Path) -> None:
    """Another window may write there meanwhile."""
    path = tmp_path / "live.crash"
    path.write_text("of last year\n" * 50_000 + "of today\n")
    with path.open("a") as of_another, open_stacks(path) as ours:
        assert path.stat().st_size == STACKS_LEFT
        of_another.write("theirs\n")
        of_another.flush()
        ours.write("ours\n")
    assert path.read_text().endswith("of last year\nof today\ntheirs\nours\n")
    open_stacks(path).close()
    assert path.stat().st_size == STACKS_LEFT + len("theirs\nours\n"), "short ones stay"
