"""What only some cameras do: H.265, single pictures, dates, conditions, parts of files."""

import itertools
import threading
import time
from collections.abc import Iterator

import pytest

from command_center.video.cancel import Cancel
from command_center.video.engine import Engine
from command_center.video.ingest.calendar import Calendar
from command_center.video.ingest.fetch import Fetcher
from command_center.video.ingest.opening import LiveInput, open_input
from command_center.video.ingest.pixels import size_of
from command_center.video.ingest.segments import Bookmark
from command_center.video.ingest.stamps import mp4_clock, mp4_first_s, ts_first_s
from command_center.video.jitter import DEPTH_S, JitterBuffer
from command_center.video.model import CameraSpec, CameraState, Reason, StreamError
from command_center.video.policy import StreamPolicy
from tests.unit.video.conftest import wait_until
from tests.video_farm import Farm, Fault, FaultKind, record

LOOPBACK = StreamPolicy.loopback_only()


@pytest.fixture(scope="module")
def modern() -> Iterator[Farm]:
    """A farm that also has H.265, and single pictures that change every half second."""
    with Farm(record(), clips={"h265": record(codec="h265")}) as running:
        running.snapshot_s = 0.5
        yield running


def opened(farm: Farm, protocol: str, name: str, height: int = 90) -> LiveInput:
    return open_input(farm.url(protocol, name), LOOPBACK, Cancel(), height, Bookmark())


@pytest.mark.parametrize("protocol", ["rtsp", "hls", "fmp4"])
def test_h265_plays(modern: Farm, engine: Engine, protocol: str) -> None:
    engine.show([CameraSpec("a", "a", modern.url(protocol, "h265~a"))])
    assert wait_until(lambda: engine.status("a").state is CameraState.LIVE)
    sequence = engine.slot("a").latest()
    assert sequence is not None
    assert wait_until(lambda: (f := engine.slot("a").latest()) is not None and f != sequence)


@pytest.mark.parametrize("leaf", ["still.jpg", "still.png"])
def test_single_pictures_are_asked_for_and_shown_once_each(
    modern: Farm, engine: Engine, leaf: str
) -> None:
    name = f"poll-{leaf[-3:]}"
    url = modern.url("snapshot", name).replace("still.jpg", leaf)
    engine.show([CameraSpec("a", "a", url, poll_s=1)])
    shown: set[int] = set()

    def three() -> bool:
        frame = engine.slot("a").latest()
        if frame is not None:
            shown.add(frame.sequence)
        return len(shown) >= 3

    assert wait_until(three)
    assert engine.status("a").state is CameraState.LIVE
    assert not engine.status("a").age_at_least, "the server says when they were taken"
    assert modern.connections[name] == 1, "one connection, kept"


def test_a_poll_that_finds_nothing_new_is_a_poll_and_no_picture(farm: Farm, engine: Engine) -> None:
    farm.faults["quiet"] = Fault(FaultKind.FROZEN)
    engine.show([CameraSpec("a", "a", farm.url("snapshot", "quiet"), poll_s=1)])
    assert wait_until(lambda: farm.unchanged["quiet"] >= 3)
    frame = engine.slot("a").latest()
    assert frame is not None
    assert frame.sequence == 1
    assert engine.status("a").failures == 0
    age_s = engine.status("a").last_picture_age_s
    assert age_s is not None
    assert age_s > 2, "the picture grows old although the camera answers"


def test_a_picture_larger_than_any_screen_is_not_decoded() -> None:
    huge = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\xff\xff\xff\xff\x03"
    assert size_of(huge) == (65535, 65535)
    assert size_of(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\0\0\0\2\0\0") == (65536, 131072)
    for cut in range(len(huge)):
        assert size_of(huge[:cut]) in (None, (65535, 65535))
    assert size_of(b"\xff\xd8" + b"\xff" * 5000) is None


def test_stamps_are_read_from_segments(modern: Farm) -> None:
    for name in ("a", "h265~a"):
        segments = modern.show_of(name).segments
        stamp_s = ts_first_s(segments.ts(0, 0))
        assert stamp_s is not None
        later_s = ts_first_s(segments.ts(0, 20))
        assert later_s == pytest.approx(stamp_s + 2.0)
        clock = mp4_clock(segments.initial())
        assert clock is not None
        first_s = mp4_first_s(segments.fragment(0, 0), clock)
        assert first_s is not None
        assert mp4_first_s(segments.fragment(0, 20), clock) == pytest.approx(first_s + 2.0)


@pytest.mark.parametrize("step", [1, 7, 60])
def test_cut_segments_have_no_stamp_and_do_no_harm(modern: Farm, step: int) -> None:
    segments = modern.show_of("a").segments
    ts, mp4, initial = segments.ts(0, 0)[:900], segments.fragment(0, 0)[:400], segments.initial()
    for end in range(0, 900, step):
        ts_first_s(ts[:end])
        mp4_clock(initial[:end])
        mp4_first_s(mp4[:end], (1, 90000))
        mp4_first_s(mp4[end:], (1, 90000))
        mp4_clock(initial[end:])
    assert ts_first_s(b"G" * 40_000) is None


@pytest.mark.parametrize(("protocol", "ahead_s"), [("hls", 0.0), ("fmp4", 0.0), ("hls", 3600.0)])
def test_capture_times_make_the_age_exact(farm: Farm, protocol: str, ahead_s: float) -> None:
    name = f"dated{ahead_s:.0f}"
    farm.dated[name] = ahead_s
    live = opened(farm, protocol, name)
    try:
        frames = (f for packet in live.container.demux(live.stream) for f in packet.decode())
        for frame in frames:
            assert frame.time is not None
            taken_at_s = live.calendar.taken_at_s(frame.time)
            assert taken_at_s is not None
            number = (taken_at_s - farm.began_at - ahead_s) * farm.clip.fps
            assert number == pytest.approx(round(number), abs=0.05), "on a picture's own time"
            age_s = live.calendar.age_s(frame.time, time.time())
            assert age_s is not None
            assert 0 <= age_s < 10
            if len(live.calendar._ahead) > 2:
                break
        assert live.calendar.is_right() is (ahead_s == 0.0)
        found_s = live.calendar.ahead_s()
        assert found_s == pytest.approx(ahead_s, abs=2.0)
    finally:
        live.close()


def test_stamps_that_wrap_keep_their_dates() -> None:
    calendar = Calendar()
    calendar.note(2**33 / 90_000 - 1.0, 1000.0)
    assert calendar.taken_at_s(0.5) == pytest.approx(1001.5)
    assert calendar.taken_at_s(5000.0) is None


def test_a_playlist_that_has_not_changed_is_not_sent_again(farm: Farm) -> None:
    live = opened(farm, "hls", "polite")
    try:
        for packet in live.container.demux(live.stream):
            del packet
            if farm.unchanged["polite"] >= 2:
                break
        assert farm.connections["polite"] == 1, "one connection for playlists and segments"
    finally:
        live.close()


def test_smallest_variant_that_fills_the_tile_is_asked_for(farm: Farm) -> None:
    farm.requests.clear()
    opened(farm, "master", "two", height=farm.clip.height).close()
    assert farm.requests["two"] > 0
    assert farm.requests["two-large"] == 0
    opened(farm, "master", "two", height=farm.clip.height + 1).close()
    assert farm.requests["two-large"] > 0


def test_time_stamps_may_begin_anew(farm: Farm, engine: Engine) -> None:
    farm.faults["anew"] = Fault(FaultKind.DISCONTINUITY)
    engine.show([CameraSpec("a", "a", farm.url("hls", "anew"))])
    seen: list[float] = []

    def broke_twice() -> bool:
        frame = engine.slot("a").latest()
        if frame is not None and frame.pts_s is not None and frame.pts_s not in seen[-1:]:
            seen.append(frame.pts_s)
        jumps = [b for a, b in itertools.pairwise(seen) if abs(b - a) > 1.5]
        return len(jumps) >= 2

    assert wait_until(broke_twice)
    assert engine.status("a").failures == 0


def test_part_of_a_file_is_asked_for(farm: Farm) -> None:
    url = farm.url("hls", "span").replace("live.m3u8", "100.ts")
    fetcher = Fetcher(LOOPBACK, Cancel(), 5.0, 5.0)
    body = fetcher.open(url)
    whole = body.read_all(10**7)
    body.close()
    part = fetcher.open(url, {"Range": "bytes=188-375"})
    assert part.status == 206
    assert part.read_all(10**7) == whole[188:376]
    part.close()
    fetcher.close()


@pytest.mark.parametrize(
    ("kind", "protocol", "reason"),
    [
        (FaultKind.UNAVAILABLE, "hls", Reason.NOT_STARTED),
        (FaultKind.UNAVAILABLE, "rtsp", Reason.NOT_STARTED),
        (FaultKind.UNAVAILABLE, "mjpeg", Reason.SERVER_ERROR),
        (FaultKind.PLAYLIST_EMPTY, "hls", Reason.NOT_STARTED),
        (FaultKind.NOT_FOUND, "hls", Reason.NOT_FOUND),
        (FaultKind.FORBIDDEN, "rtsp", Reason.FORBIDDEN),
        (FaultKind.FORBIDDEN, "snapshot", Reason.FORBIDDEN),
        (FaultKind.GARBAGE, "snapshot", Reason.GARBAGE),
        (FaultKind.HTML, "flv", Reason.UNSUPPORTED),
    ],
)
def test_reasons(farm: Farm, kind: FaultKind, protocol: str, reason: Reason) -> None:
    farm.faults["why"] = Fault(kind)
    with pytest.raises(StreamError) as caught:
        opened(farm, protocol, "why")
    assert caught.value.reason is reason


@pytest.mark.parametrize("protocol", ["hls", "rtsp"])
def test_what_a_host_does_not_have_is_not_started_where_it_sends_on_demand(
    farm: Farm, protocol: str
) -> None:
    farm.faults["asleep"] = Fault(FaultKind.NOT_FOUND)
    policy = StreamPolicy(LOOPBACK.hosts, LOOPBACK.networks, on_demand=frozenset({"127.0.0.1"}))
    with pytest.raises(StreamError) as caught:
        open_input(farm.url(protocol, "asleep"), policy, Cancel(), 90, Bookmark())
    assert caught.value.reason is Reason.NOT_STARTED


def test_jitter_is_smoothed_and_a_backlog_is_not_kept() -> None:
    buffer, now_s, shown = JitterBuffer(), 100.0, []
    for number in range(200):
        stamp_s = number / 25
        live_s = 100.0 + max(0.0, stamp_s - 2.0) + (0.03 if number % 2 and number > 50 else 0.0)
        waited_s = max(0.0, live_s - now_s)  # the first two seconds are sent at once
        now_s = max(now_s, live_s)
        buffer.arrived(waited_s, now_s)
        now_s += buffer.wait_s(stamp_s, now_s)
        shown.append(now_s - 100.0 - (stamp_s - 2.0))
    assert shown[49] == pytest.approx(0.04, abs=0.04)
    assert max(shown[60:]) <= DEPTH_S + 0.035, "as late as its depth, not as what was kept"
    steps = [b - a for a, b in itertools.pairwise(shown[60:])]
    assert max(map(abs, steps)) < 0.02, "evenly, although every other picture came late"


def test_flv_begins_with_what_the_server_kept_and_is_not_late(farm: Farm) -> None:
    live = opened(farm, "flv", "kept")
    try:
        stamps = []
        for packet in live.container.demux(live.stream):
            if packet.pts is not None and packet.time_base is not None:
                stamps.append(float(packet.pts * packet.time_base))
            if len(stamps) > 15:
                break
        assert live.paced
        assert stamps == sorted(stamps)
    finally:
        live.close()


@pytest.mark.usefixtures("failing_cameras")
def test_whoever_waits_for_a_slow_server_on_a_kept_connection_is_woken(farm: Farm) -> None:
    """The end must not be taken for a server that hung up, and asked again on a new one."""
    cancel, outcome = Cancel(), []
    fetcher = Fetcher(LOOPBACK, cancel, 30.0, 30.0)
    body = fetcher.open(farm.url("hls", "drowsy"))
    body.read_all(10**6)
    body.close()
    farm.faults["drowsy"] = Fault(FaultKind.SILENT)

    def wait() -> None:
        try:
            fetcher.open(farm.url("hls", "drowsy"))
        except StreamError as error:
            outcome.append(error.reason)

    asked = farm.requests["drowsy"]
    thread = threading.Thread(target=wait)
    thread.start()
    assert wait_until(lambda: farm.requests["drowsy"] > asked)
    cancel.set()
    thread.join(20.0)
    fetcher.close()
    assert outcome == [Reason.ENDED]
    assert farm.connections["drowsy"] == 1
