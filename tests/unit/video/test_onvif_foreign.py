"""Words of other devices, and of nobody's: probes, kept answers, XML that is not safe."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from wsdiscovery.actions import constructProbe
from wsdiscovery.message import parseSOAPMessage

from command_center.video.model import Reason
from command_center.video.onvif.client import CameraControl
from command_center.video.onvif.device import own_address
from command_center.video.onvif.model import ControlError, Found, plain
from command_center.video.onvif.probe import PROBE, probe, read_answer
from command_center.video.onvif.xml_guard import DEPTH_MAX, UnsafeXml, check
from command_center.video.policy import StreamPolicy
from tests.onvif_device import answers
from tests.onvif_device.announcer import Announcer
from tests.onvif_device.device import OnvifDevice

PATIENCE_S = 20.0
KEPT = Path(__file__).resolve().parents[4] / "shared" / "data" / "vectors" / "onvif"
OWN = "http://127.0.0.1:8/onvif/device_service"
OTHER = "http://192.0.2.7/onvif/device_service"


@pytest.fixture
def control() -> Iterator[CameraControl]:
    made = CameraControl(StreamPolicy.loopback_only(), lambda *_: None)
    yield made
    assert made.close(10.0)


def kept(name: str) -> str:
    if not KEPT.is_dir():
        pytest.skip("the collection of answers of other devices is not on this machine")
    return (KEPT / name).read_text(encoding="utf-8")


# --- probes --------------------------------------------------------------------------------------


def test_a_device_is_found_under_its_name(control: CameraControl) -> None:
    with Announcer(OWN) as announcer:
        found = control.discover((announcer.address,), 1.0).result(PATIENCE_S)
    assert found == (Found("Kubah Simpang", OWN),)


@pytest.mark.parametrize(
    "xaddrs", [OTHER, "file:///etc/passwd", "http://u:p@127.0.0.1/x", "http://localhost/", ""]
)
def test_an_answer_cannot_send_us_elsewhere(xaddrs: str) -> None:
    with Announcer(xaddrs) as announcer:
        assert probe((announcer.address,), 0.5) == ()


def test_of_several_addresses_the_sender_s_own_counts() -> None:
    with Announcer(f"{OTHER} {OWN}") as announcer:
        assert [f.control_url for f in probe((announcer.address,), 0.5)] == [OWN]


def test_garbage_and_strangers_answers_are_passed_over() -> None:
    def stranger(text: str) -> str:
        return text.replace("RelatesTo>urn:uuid:", "RelatesTo>urn:uuid:0")

    bomb = answers.bomb().encode()
    with Announcer(OWN, garbage=bomb) as good, Announcer(OWN, stranger) as bad:
        assert [f.control_url for f in probe((good.address,), 0.5)] == [OWN]
        assert probe((bad.address,), 0.5) == ()


def test_nobody_there_is_nobody_found() -> None:
    assert probe((("127.0.0.1", 9),), 0.2) == ()


def test_another_library_reads_our_probe() -> None:
    read = parseSOAPMessage(PROBE.format(id="urn:uuid:1").encode(), "127.0.0.1")
    theirs = constructProbe([], [])
    assert read.getAction() == theirs.getAction()
    assert read.getTo() == theirs.getTo()
    assert [t.getLocalname() for t in read.getTypes()] == ["NetworkVideoTransmitter"]


def test_a_fragment_of_a_real_answer_is_refused_and_crashes_nothing() -> None:
    text = kept("kerberos/networking_test_00.xml").encode()
    assert read_answer(text, "192.168.12.123", "urn:uuid:1") == []


# --- answers -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "url"),
    [
        (
            "go2rtc/onvif_test_02.xml",
            "rtsp://192.168.1.123:554/cam/realmonitor?channel=1&subtype=1&unicast=true&proto=Onvif",
        ),
        ("go2rtc/onvif_test_06.xml", "rtsp://192.168.1.123:8554/rtsp-dahua2"),
    ],
)
def test_stream_addresses_of_real_devices(control: CameraControl, name: str, url: str) -> None:
    with OnvifDevice() as device:
        device.canned = {"GetStreamUri": kept(name)}
        about = control.describe(device.login_url).result(PATIENCE_S)
    assert {profile.url for profile in about.profiles} == {url}


def test_the_snapshot_address_of_a_real_device(control: CameraControl) -> None:
    with OnvifDevice() as device:
        device.canned = {"GetSnapshotUri": kept("go2rtc/onvif_test_01.xml")}
        about = control.describe(device.login_url).result(PATIENCE_S)
    assert about.snapshot_url.startswith("http://192.168.1.123/onvifsnapshot/")


@pytest.mark.parametrize("name", ["go2rtc/onvif_test_07.xml", "go2rtc/onvif_test_08.xml"])
def test_services_of_real_devices_are_asked_at_the_address_we_know(
    control: CameraControl, name: str
) -> None:
    with OnvifDevice(old=True) as device:
        device.canned = {"GetCapabilities": kept(name)}
        about = control.describe(device.login_url).result(PATIENCE_S)
    assert about.model == "Kubah-1"


@pytest.mark.parametrize("head", ["<!DOCTYPE x>", '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'])
def test_an_answer_with_a_document_type_is_not_read(control: CameraControl, head: str) -> None:
    with OnvifDevice() as device:
        honest = answers.profiles(True)
        device.canned = {"GetProfiles": honest.replace("?>", f"?>{head}", 1)}
        with pytest.raises(ControlError) as caught:
            control.describe(device.login_url).result(PATIENCE_S)
        assert caught.value.reason is Reason.GARBAGE
        device.canned = {"GetProfiles": honest}
        assert control.describe(device.login_url).result(PATIENCE_S).movable


def test_own_addresses() -> None:
    base = "http://10.0.0.5:8000/onvif/device_service"
    assert own_address(base, "http://192.168.1.9/onvif/ptz") == "http://10.0.0.5:8000/onvif/ptz"
    assert own_address(base, "http://10.0.0.5:81/ptz?x=1") == "http://10.0.0.5:81/ptz?x=1"
    assert own_address(base, "") == base
    assert own_address(base, "file:///etc/passwd") == "http://10.0.0.5:8000/etc/passwd"
    assert own_address("https://a/x", "http://a/y") == "https://a/y"
    assert own_address("http://a/x", "http://u:p@a/y") == "http://a/y"


# --- XML -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        answers.bomb().encode(),
        answers.bomb().replace('<?xml version="1.0"?>', "").encode("utf-16"),
        b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>',
        b"<a>" * (DEPTH_MAX + 1) + b"</a>" * (DEPTH_MAX + 1),
        b"<a>" + b"<b/>" * 30_000 + b"</a>",
        b"<a><b></a>",
        b'<?xml version="1.0" encoding="no-such"?><a/>',
        b"",
        b"\xff\xfe\x00",
    ],
    ids=["bomb", "utf-16", "external", "deep", "long", "broken", "encoding", "empty", "binary"],
)
def test_unsafe_xml_is_refused_before_any_tree_is_built(content: bytes) -> None:
    with pytest.raises(UnsafeXml):
        check(content)


@pytest.mark.parametrize("said", [answers.done("Stop"), answers.profiles(True)])
def test_honest_xml_passes(said: str) -> None:
    check(said.encode())


@pytest.mark.parametrize(
    ("text", "line"),
    [("Pos\x00 \n<b>1</b>", "Pos <b>1</b>"), ("x" * 900, "x" * 60), (None, "")],
)
def test_words_of_a_camera_are_one_short_line(text: Any, line: str) -> None:
    assert plain(text) == line
