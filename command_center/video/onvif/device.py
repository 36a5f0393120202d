"""One camera by ONVIF: what it is, how it is moved. Loop thread only.

Only this module and `wire` import the library: it takes most of a second, so they are imported
when the first camera is asked.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import aiohttp
import onvif
from onvif.client import ONVIFService
from onvif.definition import SERVICES
from zeep.exceptions import Error as ZeepError
from zeep.exceptions import Fault

from command_center.video.model import Reason
from command_center.video.onvif.model import (
    ControlError,
    Described,
    Preset,
    Profile,
    Velocity,
    plain,
)
from command_center.video.onvif.wire import Wire, admit
from command_center.video.policy import Endpoint, StreamPolicy

WSDL = Path(onvif.__file__).parent / "wsdl"
ASK_S = 4.0
ACT_S = 1.0
MOVE_S = 1.0
"""How long a camera goes on when nobody renews the move."""
CLOCK_TOLERANCE_S = 2.0
PRESETS_MAX, PROFILES_MAX = 64, 8
TOKEN_MAX = 64
FAULTS = {
    "NotAuthorized": Reason.UNAUTHORISED,
    "ActionNotSupported": Reason.UNSUPPORTED,
    "PTZNotSupported": Reason.UNSUPPORTED,
    "NoToken": Reason.NOT_FOUND,
    "NoProfile": Reason.NOT_FOUND,
}


@dataclass(slots=True)
class _Opened:
    media: ONVIFService
    ptz: ONVIFService | None
    devicemgmt: ONVIFService
    profiles: tuple[Any, ...]
    profile: str  # the one that moves, "" if none does
    ahead_s: float


class Device:
    """`url` is the device service; its name and password may be in it, or the password in the
    keyring, which `password_of(user, host, port)` asks on a thread of its own."""

    def __init__(
        self,
        url: str,
        policy: Callable[[], StreamPolicy],
        password_of: Callable[[str, str, int], str | None],
    ) -> None:
        self._url = url
        self._policy = policy
        self._password_of = password_of
        self._wire: Wire | None = None
        self._opened: _Opened | None = None
        self._opening = asyncio.Lock()
        self._last = Velocity()

    async def describe(self) -> Described:
        """Ask it everything a directory or an operator wants to know. ControlError."""
        opened = await self._open()
        about = await _ask(opened.devicemgmt, "GetDeviceInformation")
        profiles = [await self._profile(opened, found) for found in opened.profiles]
        presets = await self._presets(opened) if opened.profile else ()
        return Described(
            plain(about.Manufacturer),
            plain(about.Model),
            tuple(profiles),
            presets,
            await self._snapshot_url(opened),
            opened.ahead_s,
        )

    async def move(self, velocity: Velocity) -> None:
        """Go on until `stop`, at most MOVE_S. ControlError."""
        opened = await self._open()
        parts: dict[str, Any] = {}
        if velocity.turns or self._last.turns or velocity.zoom == 0.0:
            parts["PanTilt"] = {"x": velocity.pan, "y": velocity.tilt}
        if velocity.zoom != 0.0 or self._last.zoom != 0.0:
            parts["Zoom"] = {"x": velocity.zoom}
        self._last = velocity
        wanted = {"Velocity": parts, "Timeout": timedelta(seconds=MOVE_S)}
        await self._act(opened, "ContinuousMove", wanted)

    async def stop(self) -> None:
        """Stand still. ControlError."""
        opened = await self._open()
        await self._act(opened, "Stop", {"PanTilt": True, "Zoom": True})
        self._last = Velocity()

    async def go(self, token: str) -> None:
        """To a preset. ControlError."""
        opened = await self._open()
        await self._act(opened, "GotoPreset", {"PresetToken": token})

    async def keep(self, name: str) -> Preset:
        """Make a preset of where it looks now. ControlError."""
        opened = await self._open()
        token = await self._act(opened, "SetPreset", {"PresetName": name})
        return Preset(str(token)[:TOKEN_MAX], plain(name))

    async def close(self) -> None:
        """Forget the connections."""
        wire, self._wire, self._opened = self._wire, None, None
        if wire is not None:
            await wire.close()

    # --- opening -------------------------------------------------------------------------------

    async def _open(self) -> _Opened:
        async with self._opening:
            if self._opened is None:
                await self.close()
                self._opened = await self._opened_now()
            return self._opened

    async def _opened_now(self) -> _Opened:
        endpoint = await admit(self._policy(), self._url)
        user, password = endpoint.user, endpoint.password
        if user and not password:
            known = await asyncio.to_thread(self._password_of, user, endpoint.host, endpoint.port)
            password = known or ""
        wire = self._wire = Wire(self._policy, user, password)
        base = _base(endpoint)
        plainly = await _service("devicemgmt", base, wire)
        ahead = await _clock_ahead(plainly)
        login = (user, password, ahead)
        devicemgmt = await _service("devicemgmt", base, wire, login)
        claimed = await _addresses(devicemgmt)
        media = await _service("media", own_address(base, claimed.get("media", "")), wire, login)
        ptz = None
        if "ptz" in claimed:
            ptz = await _service("ptz", own_address(base, claimed["ptz"]), wire, login)
        profiles = tuple((await _ask(media, "GetProfiles") or ())[:PROFILES_MAX])
        moving = [p.token for p in profiles if ptz is not None and p.PTZConfiguration is not None]
        first = str(moving[0])[:TOKEN_MAX] if moving else ""
        return _Opened(media, ptz, devicemgmt, profiles, first, ahead.total_seconds())

    async def _act(self, opened: _Opened, operation: str, params: dict[str, Any]) -> Any:
        if opened.ptz is None or not opened.profile:
            raise ControlError(Reason.UNSUPPORTED)
        asked = {"ProfileToken": opened.profile, **params}
        try:
            return await _ask(opened.ptz, operation, asked, ACT_S)
        except ControlError as error:
            if error.reason is Reason.UNAUTHORISED:
                self._opened = None  # its clock or its password may be another one now
            raise

    # --- describing ----------------------------------------------------------------------------

    async def _profile(self, opened: _Opened, found: Any) -> Profile:
        setup = {"Stream": "RTP-Unicast", "Transport": {"Protocol": "RTSP"}}
        asked = {"StreamSetup": setup, "ProfileToken": found.token}
        uri = await _ask(opened.media, "GetStreamUri", asked)
        encoder = found.VideoEncoderConfiguration
        size = encoder.Resolution if encoder is not None else None
        return Profile(
            token=str(found.token)[:TOKEN_MAX],
            name=plain(found.Name),
            width=int(size.Width) if size is not None else 0,
            height=int(size.Height) if size is not None else 0,
            movable=opened.ptz is not None and found.PTZConfiguration is not None,
            url=str(uri.Uri or "").strip(),
        )

    async def _presets(self, opened: _Opened) -> tuple[Preset, ...]:
        found = await _ask(opened.ptz, "GetPresets", {"ProfileToken": opened.profile})
        return tuple(
            Preset(str(preset.token)[:TOKEN_MAX], plain(preset.Name))
            for preset in (found or ())[:PRESETS_MAX]
            if preset.token
        )

    async def _snapshot_url(self, opened: _Opened) -> str:
        if not opened.profiles:
            return ""
        try:
            asked = {"ProfileToken": opened.profiles[0].token}
            uri = await _ask(opened.media, "GetSnapshotUri", asked)
        except ControlError:
            return ""  # not every camera has pictures to fetch
        return str(uri.Uri or "").strip()


def own_address(base: str, claimed: str) -> str:
    """Where to ask a service. A camera may name another port and path of its own host, but no
    other host and no way without TLS; behind address translation it names the wrong one."""
    ours, theirs = urlsplit(base), urlsplit(claimed.strip())
    path = urlunsplit(("", "", theirs.path or ours.path, theirs.query, ""))
    downgraded = ours.scheme == "https" and theirs.scheme != "https"
    if theirs.hostname == ours.hostname and theirs.scheme in ("http", "https") and not downgraded:
        return f"{theirs.scheme}://{theirs.netloc.rpartition('@')[2]}{path}"
    return f"{ours.scheme}://{ours.netloc}{path}"


def _base(endpoint: Endpoint) -> str:
    """The address without the login."""
    host = f"[{endpoint.host}]" if ":" in endpoint.host else endpoint.host
    return f"{endpoint.scheme}://{host}:{endpoint.port}{endpoint.target}"


async def _service(
    name: str, address: str, wire: Wire, login: tuple[str, str, timedelta] | None = None
) -> ONVIFService:
    user, password, ahead = login or (None, None, None)
    defined = SERVICES[name]
    service = ONVIFService(
        address,
        user,
        password,
        str(WSDL / defined["wsdl"]),
        no_cache=True,
        dt_diff=ahead,
        binding_name=f"{{{defined['ns']}}}{defined['binding']}",
    )
    await service.close()  # its own connections would follow redirects and trust anybody
    service.transport = wire
    await service.setup()
    return service


async def _clock_ahead(service: ONVIFService) -> timedelta:
    """A camera whose clock is wrong refuses logins of the right time."""
    said = (await _ask(service, "authless_GetSystemDateAndTime")).UTCDateTime
    if said is None:
        return timedelta()
    try:
        date, time = said.Date, said.Time
        parts = (date.Year, date.Month, date.Day, time.Hour, time.Minute, time.Second)
        ahead = datetime(*parts, tzinfo=UTC) - datetime.now(UTC)
    except (AttributeError, TypeError, ValueError):
        return timedelta()
    return ahead if abs(ahead.total_seconds()) > CLOCK_TOLERANCE_S else timedelta()


async def _addresses(devicemgmt: ONVIFService) -> dict[str, str]:
    """Service name to the address claimed; old cameras know only GetCapabilities."""
    try:
        found = await _ask(devicemgmt, "GetServices", {"IncludeCapability": False})
    except ControlError as error:
        if error.reason is Reason.UNAUTHORISED:
            raise
        found = None
    if found:
        claimed = {str(service.Namespace): str(service.XAddr) for service in found}
        names = ("media", "ptz")
        return {n: claimed[SERVICES[n]["ns"]] for n in names if SERVICES[n]["ns"] in claimed}
    able = await _ask(devicemgmt, "GetCapabilities", {"Category": "All"})
    parts = {"media": able.Media, "ptz": able.PTZ}
    return {name: str(part.XAddr) for name, part in parts.items() if part is not None}


async def _ask(
    service: ONVIFService, operation: str, params: Any = None, timeout_s: float = ASK_S
) -> Any:
    """One request and its answer as the library's objects. ControlError."""
    try:
        async with asyncio.timeout(timeout_s):
            return await getattr(service, operation)(params)
    except ControlError:
        raise
    except TimeoutError:
        reason = Reason.TIMEOUT
    except Fault as fault:
        codes = [str(getattr(code, "localname", code)) for code in fault.subcodes or ()]
        reason = next((FAULTS[code] for code in codes if code in FAULTS), Reason.SERVER_ERROR)
    except (aiohttp.ClientSSLError, aiohttp.ClientConnectorCertificateError):
        reason = Reason.TLS
    except aiohttp.ClientConnectorError as error:
        refused = isinstance(error.os_error, ConnectionRefusedError)
        reason = Reason.REFUSED if refused else Reason.UNREACHABLE
    except (aiohttp.ClientError, OSError):
        reason = Reason.ENDED
    except (ZeepError, ValueError, TypeError, AttributeError, LookupError):
        reason = Reason.GARBAGE  # well-formed, and not what was asked for
    raise ControlError(reason)
