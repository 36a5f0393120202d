"""`command-center intake` as its own process: a source gets a key, posts, and another machine
sees it; a second intake of the same room waits."""

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import requests

from command_center.connectors.gateway.keys import SourceKey, signed
from command_center.contract.examples import RECORDS

WAIT_S = 40.0
ROOT = Path(__file__).parents[2]


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Any]:
    """A verb over the room of this test, in a process of its own."""
    url = f"sqlite:///{tmp_path / 'room.db'}"

    def start(*words: str) -> Any:
        command = [sys.executable, "-m", "command_center", *words, "--database", url]
        return subprocess.Popen(
            command,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    return start


def said(process: Any) -> str:
    out, _ = process.communicate(timeout=WAIT_S)
    return str(out)


def test_a_source_gets_a_key_and_posts_to_the_one_intake_at_work(run: Callable[..., Any]) -> None:
    shown = said(run("source", "add", "jmp", "--push", "--name", "JMP"))
    name, secret = (re.search(p, shown) for p in (r"Source-Key: (\S+)", r"secret: +(\S+)"))
    assert name
    assert secret
    key = SourceKey(name[1], secret[1])
    first = run("intake", "--listen", "127.0.0.1:0")
    try:
        line = str(first.stdout.readline())
        at_work = re.search(r"intake at work; (http\S+)", line)
        assert at_work, line
        second = run("intake", "--listen", "127.0.0.1:0")
        assert "another machine" in second.stdout.readline()
        second.send_signal(signal.SIGTERM)
        said(second)
        assert second.returncode == 0
        body = json.dumps({**RECORDS["report"], "attachments": []}).encode()
        headers = signed(key, "POST", "/v1/reports", body, int(time.time()))
        headers["Content-Type"] = "application/json"
        url = f"{at_work[1]}/v1/reports"
        answer = requests.post(url, data=body, headers=headers, timeout=WAIT_S)
        assert (answer.status_code, answer.json()["stored"]) == (202, 1)
    finally:
        first.send_signal(signal.SIGTERM)
        said(first)
    assert first.returncode == 0
    rows = [json.loads(row) for row in said(run("source", "list", "--json")).splitlines()]
    (row,) = [row for row in rows if row["id"] == "jmp"]
    assert (row["kind"], row["key"], row["state"]) == ("push", True, "ok")
    assert secret[1] not in json.dumps(rows)
    assert "Contoh Warga" not in said(run("state", "--json"))
