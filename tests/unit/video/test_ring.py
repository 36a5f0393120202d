"""What the ring holds: whole groups, half a minute, no more bytes than it may."""

import threading
from collections.abc import Iterator

import pytest

from command_center.video import ring as rings
from command_center.video.ring import PacketRing
from tests.unit.video.coded import FPS, Coded, coded


@pytest.fixture(scope="module")
def camera() -> Iterator[Coded]:
    with coded("h264", "mpegts") as camera:
        yield camera


@pytest.fixture
def ring(camera: Coded) -> PacketRing:
    ring = PacketRing()
    ring.begin(camera.stream)
    return ring


def test_packets_come_out_as_they_went_in(ring: PacketRing, camera: Coded) -> None:
    camera.send(ring, 0, 40)
    kept = ring.since(30.0, 4.0)
    assert [packet.payload for packet in kept] == [bytes(packet) for packet in camera.packets]
    assert [packet.dts for packet in kept] == [packet.dts for packet in camera.packets]
    assert kept[0].connection.time_base == camera.stream.time_base


def test_nothing_is_kept_before_the_first_key_picture(ring: PacketRing, camera: Coded) -> None:
    camera.send(ring, 3, 20)
    kept = ring.since(30.0, 3.0)
    assert kept[0].is_key
    assert kept[0].arrived_s == 1.0


def test_half_a_minute_and_the_group_it_begins_in(ring: PacketRing, camera: Coded) -> None:
    camera.send(ring, 0, 455)
    kept = ring.since(60.0, 45.5)
    assert kept[0].is_key
    assert kept[0].arrived_s == 15.0
    assert ring.size == sum(len(packet.payload) for packet in kept)
    assert ring.since(10.0, 45.5)[0].arrived_s == 35.0


def test_the_byte_cap_drops_whole_groups(camera: Coded) -> None:
    second = sum(packet.size for packet in camera.packets[:FPS])
    ring = PacketRing(bytes_max=3 * second)
    ring.begin(camera.stream)
    camera.send(ring, 0, 95)
    kept = ring.since(30.0, 9.5)
    assert ring.size <= 3 * second
    assert kept[0].is_key
    assert kept[-1].arrived_s == 9.4


def test_a_stream_without_key_pictures_is_given_up_and_begun_anew(camera: Coded) -> None:
    ring = PacketRing(bytes_max=sum(packet.size for packet in camera.packets[:FPS]) // 2)
    ring.begin(camera.stream)
    ring.add(camera.packets[0], 0.0)
    for number in range(300):
        ring.add(camera.packets[1], number / FPS)
    assert ring.since(30.0, 30.0) == []
    camera.send(ring, FPS, 2)
    assert [packet.is_key for packet in ring.since(30.0, 30.0)] == [True, False]


def test_another_connection_is_told_apart(ring: PacketRing, camera: Coded) -> None:
    camera.send(ring, 0, 15)
    ring.begin(camera.stream)
    camera.send(ring, 25, 10)
    kept = ring.since(30.0, 3.5)
    assert [packet.connection.number for packet in kept] == [1] * 15 + [2] * 5
    assert kept[15].is_key
    assert kept[0].connection.continues(kept[-1].connection)


def test_a_follower_misses_nothing_while_the_owner_writes(ring: PacketRing, camera: Coded) -> None:
    camera.send(ring, 0, 20)
    follower = ring.follow(30.0, 2.0)
    owner = threading.Thread(target=camera.send, args=(ring, 20, 500))
    owner.start()
    seen: list[float] = []
    while len(seen) < 520 and (packets := follower.take(10.0)):
        seen += [packet.arrived_s for packet in packets]
    owner.join()
    follower.close()
    assert seen == [number / FPS for number in range(520)]
    camera.send(ring, 520, 10)
    assert follower.take(0.0) == []


def test_a_follower_that_does_not_read_loses_whole_groups(
    ring: PacketRing, camera: Coded, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = sum(packet.size for packet in camera.packets[:FPS])
    monkeypatch.setattr(rings, "WAITING_MAX", second + second // 2)
    follower = ring.follow(30.0, 0.0)
    camera.send(ring, 0, 25)
    held = follower.take(0.0)
    assert [packet.arrived_s for packet in held] == [n / FPS for n in range(len(held))]
    assert follower.lost == 25 - len(held) > 0
    camera.send(ring, 25, 10)
    assert follower.take(0.0)[0].is_key


def test_the_clock_of_the_camera_comes_with_the_packet(ring: PacketRing, camera: Coded) -> None:
    key = camera.packets[0]
    ring.add(key, 0.0)
    ring.add(key, 1.0, camera_s=1_795_000_000.5)
    assert [packet.camera_s for packet in ring.since(30.0, 1.0)] == [None, 1_795_000_000.5]


def test_half_a_minute_costs_what_its_bits_cost(ring: PacketRing, camera: Coded) -> None:
    camera.send(ring, 0, 1200)
    a_group = sum(packet.size for packet in camera.packets[:FPS])
    largest = max(
        sum(packet.size for packet in camera.packets[first : first + FPS])
        for first in range(0, 40, FPS)
    )
    assert a_group <= ring.size <= 31 * largest
