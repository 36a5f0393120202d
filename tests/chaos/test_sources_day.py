"""What plays the systems on a simulated day: killed at any moment, nothing is forgotten."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from command_center.exercise.systems import whatsapp
from tests.chaos.sources_day.hosted import Hosted
from tests.chaos.sources_day.played import Part

REPLY = {
    "type": "reply",
    "id": "01934d8e-7e4c-7000-bd7c-0c606bed8166",
    "at": "2026-11-21T07:10:04Z",
    "report": "wa-00001",
    "text": "Petugas menuju lokasi.",
}


@pytest.fixture
def chat(tmp_path: Path) -> Iterator[Hosted]:
    played = Hosted(Part(whatsapp.SOURCE_ID, 3, tmp_path / "chat"))
    played.launch()
    played.settle()
    yield played
    played.stop()


def test_what_was_said_and_heard_outlives_the_process(chat: Hosted) -> None:
    url = chat.url
    for _ in range(3):
        chat.say()
    assert requests.post(f"{url}/v1/messages", json=REPLY, timeout=5).status_code == 201
    before = requests.get(f"{url}/v1/records", timeout=5).content
    chat.kill()
    with pytest.raises(requests.ConnectionError):
        requests.get(f"{url}/v1/records", timeout=5)
    chat.say()  # kept on somebody's telephone
    chat.revive()
    assert chat.url == url
    after = requests.get(f"{url}/v1/records", timeout=5).content
    assert json.loads(after)["records"][:-1] == json.loads(before)["records"]
    assert requests.post(f"{url}/v1/messages", json=REPLY, timeout=5).status_code == 200
    facts = chat.facts()
    assert facts.sent == ("wa-00001", "wa-00002", "wa-00003", "wa-00004")
    assert (facts.heard, facts.repeated) == ((REPLY["id"],), 1)
