"""The feed for everybody, as the gateway serves it over real HTTP."""

from collections.abc import Callable, Iterator

import pytest
import requests

from command_center.bootstrap.gateway_server import GatewayPart
from command_center.commands.notice import ApproveNotice, DraftNotice
from command_center.commands.triage import VerifyIncident
from command_center.domain.referral import NoticeKind
from command_center.runtime.settings import Settings, save_settings
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.room.test_gateway import LOOPBACK, MASTER

Served = Callable[[], requests.Response]


@pytest.fixture
def served(desk: Desk) -> Iterator[Served]:
    """Asks for the feed of the room as it is then."""
    save_settings("live", Settings(public_feed=True))
    part = GatewayPart(desk.room, LOOPBACK, MASTER)
    part.start()

    def ask() -> requests.Response:
        part.follow(desk.look())
        return requests.get(f"{part.url}/v1/public", timeout=20)

    yield ask
    part.stop()


def test_a_rally_is_counted_half_an_hour_later_and_never_named(
    desk: Desk, served: Served, clock: HandClock
) -> None:
    for place in range(4):
        incident = desk.report(f"Bu Sulastri di Jl. Sulfat {place}", area="Dinoyo")
        desk.do(VerifyIncident(incident))
    notice = desk.do(DraftNotice(NoticeKind.CROWD, "Hindari Dinoyo", "Ada unjuk rasa"))
    assert served().json()["counts"] == []
    clock.turn(50 * 60)
    desk.do(ApproveNotice(str(notice.result["notice_id"])))
    answer = served()
    (row,) = answer.json()["counts"]
    assert (row["name"], row["category"], row["count"]) == ("Dinoyo", "unjuk_rasa", 4)
    assert [row["title"] for row in answer.json()["notices"]] == ["Hindari Dinoyo"]
    assert "Sulastri" not in answer.text
    assert "Sulfat" not in answer.text


def test_a_room_that_was_not_told_to_tells_nobody(desk: Desk) -> None:
    part = GatewayPart(desk.room, LOOPBACK, MASTER)
    part.start()
    part.follow(desk.look())
    answer = requests.get(f"{part.url}/v1/public", timeout=20)
    part.stop()
    assert answer.status_code == 404
