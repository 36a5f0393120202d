"""Moves cameras for the window: one thread for all of them, an answer for every question."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import Future
from typing import Any, TypeVar

from command_center.runtime.secrets import camera_password
from command_center.video.model import Reason
from command_center.video.onvif.drive import Drive
from command_center.video.onvif.model import ControlError, Described, Found, Preset, Velocity
from command_center.video.onvif.probe import EVERYBODY, probe
from command_center.video.policy import StreamPolicy

log = logging.getLogger(__name__)

PROBE_S = 3.0
Value = TypeVar("Value")


class _Camera:
    """One device and what keeps it from running away; loop thread only."""

    def __init__(self, device: Any) -> None:
        self.device = device
        self.drive = Drive(
            lambda velocity: _bugs_told(device.move(velocity)), lambda: _bugs_told(device.stop())
        )


class CameraControl:
    """Every method may be called from any thread and returns at once; futures fail with
    ControlError. Cameras are known by the address of their device service."""

    def __init__(
        self,
        policy: StreamPolicy,
        password_of: Callable[[str, str, int], str | None] = camera_password,
    ) -> None:
        self._policy = policy
        self._password_of = password_of
        self._cameras: dict[str, _Camera] = {}
        self._loading: asyncio.Lock | None = None
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._closed = False

    def allow(self, policy: StreamPolicy) -> None:
        """Connect by this policy from now on."""
        self._policy = policy

    def describe(self, url: str) -> Future[Described]:
        """What the camera is, its streams and presets; also makes the first move quick."""
        return self._ask(url, lambda camera: camera.device.describe())

    def move(self, url: str, velocity: Velocity) -> Future[None]:
        """Move until `stop`. To be repeated every 500 ms at least: a camera whose mover falls
        silent for a second is stopped. Cancelled when a stop comes first."""
        return self._ask(url, lambda camera: _answer(camera.drive.want(velocity)))

    def stop(self, url: str) -> Future[None]:
        """Stop, before anything else; tried several times."""
        return self._ask(url, lambda camera: _answer(camera.drive.halt()))

    def go(self, url: str, token: str) -> Future[None]:
        """To a preset."""
        return self._ask(url, lambda camera: camera.device.go(token))

    def keep(self, url: str, name: str) -> Future[Preset]:
        """Make where it looks now a preset."""
        return self._ask(url, lambda camera: camera.device.keep(name))

    def discover(
        self, targets: Sequence[tuple[str, int]] = (EVERYBODY,), timeout_s: float = PROBE_S
    ) -> Future[tuple[Found, ...]]:
        """Devices of this network that answer; none of them is connected to."""
        return self._submit(lambda: asyncio.to_thread(probe, tuple(targets), timeout_s))

    def close(self, timeout_s: float = 3.0) -> bool:
        """Stop every camera that may be moving, then end; True when all has ended in time."""
        with self._lock:
            self._closed = True
            loop, thread = self._loop, self._thread
        if loop is None or thread is None:
            return True
        ending = asyncio.run_coroutine_threadsafe(self._end(), loop)
        try:
            ending.result(timeout_s)
        except TimeoutError:
            log.warning("a camera did not confirm that it stopped before the end")
        loop.call_soon_threadsafe(loop.stop)
        thread.join(timeout_s)
        return not thread.is_alive()

    # --- the thread ----------------------------------------------------------------------------

    def _ask(
        self, url: str, question: Callable[[_Camera], Coroutine[Any, Any, Value]]
    ) -> Future[Value]:
        async def ask() -> Value:
            return await question(await self._camera(url))

        return self._submit(lambda: _bugs_told(ask()))

    def _submit(self, work: Callable[[], Coroutine[Any, Any, Value]]) -> Future[Value]:
        with self._lock:
            if self._closed:
                refused: Future[Value] = Future()
                refused.set_exception(ControlError(Reason.ENDED))
                return refused
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._thread = threading.Thread(target=self._run, name="camera-control")
                self._thread.daemon = True
                self._thread.start()
            return asyncio.run_coroutine_threadsafe(work(), self._loop)

    def _run(self) -> None:
        loop = self._loop
        if loop is None:
            raise RuntimeError("the thread is started with its loop")
        asyncio.set_event_loop(loop)
        try:
            loop.run_forever()
        finally:
            left = asyncio.all_tasks(loop)
            for task in left:
                task.cancel()
            loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
            loop.close()

    async def _camera(self, url: str) -> _Camera:
        known = self._cameras.get(url)
        if known is not None:
            return known
        self._loading = self._loading or asyncio.Lock()
        async with self._loading:
            device_class = await asyncio.to_thread(_device_class)
            if url not in self._cameras:
                device = device_class(url, lambda: self._policy, self._password_of)
                self._cameras[url] = _Camera(device)
            return self._cameras[url]

    async def _end(self) -> None:
        moving = [camera.drive for camera in self._cameras.values() if not camera.drive.at_rest]
        await asyncio.gather(*(_answer(drive.halt()) for drive in moving), return_exceptions=True)
        for camera in self._cameras.values():
            await camera.device.close()


def _device_class() -> Any:
    """The library takes most of a second to import, so not before a camera is asked."""
    from command_center.video.onvif.device import Device  # noqa: PLC0415

    return Device


async def _answer(future: asyncio.Future[Value]) -> Value:
    return await future


async def _bugs_told(work: Coroutine[Any, Any, Value]) -> Value:
    """A bug must not leave a camera moving: it fails like the camera would. Its text may hold
    what a camera sent and is not written down."""
    try:
        return await work
    except ControlError:
        raise
    except Exception as error:  # noqa: BLE001 - told by its type, and to the asker
        log.error("a camera was asked in vain: %s", type(error).__name__)
        raise ControlError(Reason.INTERNAL) from None
