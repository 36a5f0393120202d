"""Our ONVIF device as strangers see it: another client, another library's probe."""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from onvif import ONVIFCamera
from wsdiscovery import QName
from wsdiscovery.actions import constructProbe
from wsdiscovery.message import createSOAPMessage, parseSOAPMessage

from tests.onvif_device.announcer import Announcer
from tests.onvif_device.device import OnvifDevice

Ask = Callable[[Any], Awaitable[None]]


def visit(device: OnvifDevice, ask: Ask, password: str | None = None) -> None:
    async def run() -> None:
        at = urlsplit(device.url)
        camera = ONVIFCamera(
            str(at.hostname),
            at.port or 80,
            device.user,
            password or device.password,
            no_cache=True,
            adjust_time=True,
        )
        try:
            await camera.update_xaddrs()
            await ask(camera)
        finally:
            await camera.close()

    asyncio.run(run())


@pytest.mark.parametrize("old", [False, True])
def test_another_client_finds_streams_and_drives_it(old: bool) -> None:
    async def ask(camera: Any) -> None:
        devicemgmt = await camera.create_devicemgmt_service()
        assert (await devicemgmt.GetDeviceInformation()).Model == "Kubah-1"
        media = await camera.create_media_service()
        found = await media.GetProfiles()
        assert [p.VideoEncoderConfiguration.Resolution.Width for p in found] == [1920, 640]
        setup = {"Stream": "RTP-Unicast", "Transport": {"Protocol": "RTSP"}}
        uri = await media.GetStreamUri({"StreamSetup": setup, "ProfileToken": "sub"})
        assert uri.Uri.endswith("/sub")
        assert (await media.GetSnapshotUri({"ProfileToken": "sub"})).Uri.endswith("shot.jpg")
        ptz = await camera.create_ptz_service()
        velocity = {"PanTilt": {"x": 0.5, "y": -0.25}, "Zoom": {"x": 0.0}}
        await ptz.ContinuousMove(
            {"ProfileToken": "main", "Velocity": velocity, "Timeout": timedelta(seconds=5)}
        )
        assert (await ptz.GetStatus({"ProfileToken": "main"})).MoveStatus.PanTilt == "MOVING"
        await ptz.Stop({"ProfileToken": "main", "PanTilt": True, "Zoom": True})
        status = await ptz.GetStatus({"ProfileToken": "main"})
        assert status.MoveStatus.PanTilt == "IDLE"
        assert status.Position.PanTilt.x > 0 > status.Position.PanTilt.y
        token = await ptz.SetPreset({"ProfileToken": "main", "PresetName": "Baru"})
        await ptz.GotoPreset({"ProfileToken": "main", "PresetToken": token})
        assert [p.Name for p in await ptz.GetPresets({"ProfileToken": "main"})][-1] == "Baru"

    with OnvifDevice(clock_ahead_s=3600, old=old) as device:
        visit(device, ask)
        assert device.motor.happened() == ["move", "stop", "preset"]
        assert device.motor.events[0].velocity == (0.5, -0.25, 0.0)


def test_another_client_with_a_wrong_password_gets_nothing() -> None:
    async def ask(camera: Any) -> None:
        ptz = await camera.create_ptz_service()
        await ptz.Stop({"ProfileToken": "main"})

    with OnvifDevice() as device:
        with pytest.raises(Exception, match="not authorized"):
            visit(device, ask, password="salah")
        assert device.refused > 0
        assert device.motor.events == []


def test_a_move_that_nobody_renews_ends_by_its_own_timeout() -> None:
    async def ask(camera: Any) -> None:
        ptz = await camera.create_ptz_service()
        velocity = {"PanTilt": {"x": 1.0, "y": 0.0}}
        await ptz.ContinuousMove(
            {"ProfileToken": "main", "Velocity": velocity, "Timeout": timedelta(seconds=0.2)}
        )

    with OnvifDevice() as device:
        visit(device, ask)
        assert device.motor.wait_for("expired")
        assert not device.motor.moving


def test_another_library_reads_its_answer_to_a_probe() -> None:
    kind = QName("http://www.onvif.org/ver10/network/wsdl", "NetworkVideoTransmitter")
    asked = createSOAPMessage(constructProbe([kind], [])).encode()
    with (
        Announcer("http://127.0.0.1:8/onvif/device_service") as announcer,
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as prober,
    ):
        prober.settimeout(10)
        prober.sendto(asked, announcer.address)
        answer = parseSOAPMessage(prober.recv(65_535), "127.0.0.1")
    (match,) = answer.getProbeResolveMatches()
    assert match.getXAddrs() == ["http://127.0.0.1:8/onvif/device_service"]
    assert [str(t.getLocalname()) for t in match.getTypes()] == ["NetworkVideoTransmitter"]
