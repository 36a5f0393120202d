"""Settings of the streams, and the relay as a verb."""

import threading
from pathlib import Path

import keyring
import pytest

from command_center.bootstrap import relay, streams
from command_center.bootstrap.relay import serve_relay
from command_center.bootstrap.streams import policy_of
from command_center.domain.errors import OperatorError
from command_center.domain.room import Camera, RoomKind
from command_center.runtime.setting_secrets import forget_secret, has_secret, keep_secret
from command_center.runtime.settings import Settings
from command_center.storage.database import open_database

TOKEN = "c4n4ry-token-of-the-room"


def test_settings_become_the_policy(tmp_path: Path) -> None:
    bundle = tmp_path / "between.pem"
    bundle.write_text("PEM", encoding="ascii")
    settings = Settings(
        relay="http://10.0.0.9:8590",
        relay_token=TOKEN,
        camera_certificates=str(bundle),
        cameras_on_demand="a.example, B.example",
    )
    policy = policy_of([], RoomKind.LIVE, settings)
    assert policy.relay == f"http://relay:{TOKEN}@10.0.0.9:8590"
    assert policy.authorities == "PEM"
    assert policy.on_demand == {"a.example", "b.example"}
    assert TOKEN not in repr(policy)
    exercise = policy_of([], RoomKind.EXERCISE, settings)
    assert (exercise.relay, exercise.on_demand) == ("", frozenset())


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        (Settings(relay="rtsp://10.0.0.9"), "relay"),
        (Settings(relay="http://me:pw@10.0.0.9"), "relay"),
        (Settings(camera_certificates="/nowhere.pem"), "camera_certificates"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(settings: Settings, named: str) -> None:
    with pytest.raises(ValueError, match=f"^{named}:"):
        policy_of([], RoomKind.LIVE, settings)


def camera(id: str, url: str) -> Camera:
    return Camera(id, 1, f"CAM-{id}", "Ijen", url, "", "", None, None, True)


def test_one_address_that_is_none_costs_the_others_nothing() -> None:
    cameras = [camera("1", "http://[::1"), camera("2", "rtsp://cam.example/1")]
    assert policy_of(cameras, RoomKind.LIVE, Settings()).hosts == {"cam.example"}


def test_a_relay_outlives_its_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It is the one machine that reads the cameras: what it knows goes on."""
    url = f"sqlite:///{tmp_path / 'room.db'}"
    open_database(url).close()
    monkeypatch.setattr(relay, "LOOK_S", 0.01)
    over = threading.Event()
    looks: list[int] = []
    look = relay._Known.look

    def failing(known: relay._Known) -> None:
        looks.append(len(looks))
        if len(looks) == 1:
            look(known)
            known.cameras = (camera("1", "rtsp://cam.example/1"),)
            return
        if len(looks) > 5:
            assert [each.id for each in known.cameras] == ["1"]
            over.set()
        raise OperatorError("database_unreachable")

    monkeypatch.setattr(relay._Known, "look", failing)
    said: list[str] = []
    settings = Settings(relay_token=TOKEN)
    serve_relay(url, None, "127.0.0.1:0", settings, said.append, over)
    assert said[0].startswith("1 cameras at 127.0.0.1:")
    assert len(looks) == 6
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    caplog.clear()


@pytest.mark.parametrize(("listen", "token"), [("nowhere", TOKEN), ("127.0.0.1:0", "short")])
def test_a_relay_that_cannot_be_is_refused(tmp_path: Path, listen: str, token: str) -> None:
    url = f"sqlite:///{tmp_path / 'room.db'}"
    settings = Settings(relay_token=token)
    with pytest.raises(OperatorError) as caught:
        serve_relay(url, None, listen, settings, lambda text: None, threading.Event())
    assert caught.value.code == "relay_settings"


def test_the_token_is_kept_in_the_keyring_and_found_there(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: dict[str, str] = {}
    monkeypatch.setattr(keyring, "set_password", lambda _, user, word: kept.update({user: word}))
    monkeypatch.setattr(keyring, "get_password", lambda _, user: kept.get(user))
    monkeypatch.setattr("getpass.getpass", lambda _: "short")
    with pytest.raises(OperatorError, match="relay_token_short"):
        relay.ask_token()
    assert kept == {}
    monkeypatch.setattr("getpass.getpass", lambda _: TOKEN)
    relay.ask_token()
    streams._kept_token.cache_clear()
    try:
        assert streams.token_of(Settings()) == TOKEN
        assert streams.token_of(Settings(relay_token="of-this-machine")) == "of-this-machine"
        policy = streams.policy_of([], RoomKind.LIVE, Settings(relay="http://relay.example:8590"))
        assert policy.relay == f"http://relay:{TOKEN}@relay.example:8590"
    finally:
        streams._kept_token.cache_clear()


def test_an_exercise_has_a_token_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: dict[tuple[str, str], str] = {}
    monkeypatch.setattr(keyring, "set_password", lambda *at, **_: kept.update({at[:2]: at[2]}))
    monkeypatch.setattr(keyring, "get_password", lambda *at: kept.get(at))
    monkeypatch.setattr(keyring, "delete_password", lambda *at: kept.pop(at, None))
    keep_secret("relay_token", TOKEN, "live")
    assert kept == {("pusat-komando-live", "relay"): TOKEN}, "where it was kept before"
    assert not has_secret("relay_token", "exercise")
    keep_secret("relay_token", "of-the-exercise-room", "exercise")
    streams._kept_token.cache_clear()
    try:
        assert streams.token_of(Settings()) == TOKEN
        assert streams.token_of(Settings(), RoomKind.EXERCISE) == "of-the-exercise-room"
        forget_secret("relay_token", "exercise")
        assert has_secret("relay_token", "live")
    finally:
        streams._kept_token.cache_clear()
