"""What plays the systems on a simulated day: killed at any moment, nothing is forgotten."""

import json
from pathlib import Path

import pytest
import requests

from command_center.exercise.systems import files, whatsapp
from tests.chaos.sources_day.host import Host
from tests.chaos.sources_day.hosted import Hosted
from tests.chaos.sources_day.played import Part

REPLY = {
    "type": "reply",
    "id": "01934d8e-7e4c-7000-bd7c-0c606bed8166",
    "at": "2026-11-21T07:10:04Z",
    "report": "wa-00001",
    "text": "Petugas menuju lokasi.",
}


def test_another_process_goes_on_from_the_same_disk(tmp_path: Path) -> None:
    part = Part(whatsapp.SOURCE_ID, 3, tmp_path)
    first, second = Host(part), Host(part)
    try:
        port = first.start(0, None)
        url = f"http://127.0.0.1:{port}"
        first.say(None)
        first.spoil()
        assert requests.post(f"{url}/v1/messages", json=REPLY, timeout=5).status_code == 201
        told, page = first.facts(), requests.get(f"{url}/v1/records", timeout=5).content
        first.close()
        second = Host(part)
        assert second.start(port, None) == port
        assert second.facts() == told
        assert requests.get(f"{url}/v1/records", timeout=5).content == page
        assert requests.post(f"{url}/v1/messages", json=REPLY, timeout=5).status_code == 200
        assert (second.facts().heard, second.facts().repeated) == (told.heard, 1)
    finally:
        first.close()
        second.close()


def test_an_office_goes_on_counting_where_it_died(tmp_path: Path) -> None:
    part = Part(files.SOURCE_ID, 3, tmp_path)
    for _ in range(2):
        office = Host(part)
        office.start(0, None)
        office.say(None)
    laid = "".join(path.read_text("utf-8") for path in sorted(part.drop.glob("laporan-*.csv")))
    numbers = [line.partition(";")[0] for line in laid.splitlines()]
    assert numbers == ["nomor", "PSK-00001", "nomor", "PSK-00002"]


@pytest.mark.long
def test_what_was_said_and_heard_outlives_the_process(tmp_path: Path) -> None:
    chat = Hosted(Part(whatsapp.SOURCE_ID, 3, tmp_path / "chat"))
    chat.launch()
    chat.settle()
    try:
        url = chat.url
        for _ in range(3):
            chat.say()
        before = requests.get(f"{url}/v1/records", timeout=5).content
        chat.kill()
        with pytest.raises(requests.ConnectionError):
            requests.get(f"{url}/v1/records", timeout=5)
        chat.say()  # kept on somebody's telephone
        chat.revive()
        assert chat.url == url
        after = requests.get(f"{url}/v1/records", timeout=5).content
        assert json.loads(after)["records"][:-1] == json.loads(before)["records"]
        assert chat.facts().sent == ("wa-00001", "wa-00002", "wa-00003", "wa-00004")
    finally:
        chat.stop()
