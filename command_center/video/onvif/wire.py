"""Carries SOAP for the ONVIF library: to admitted addresses only, and nothing unsafe back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import aiohttp
from zeep.wsdl import utils

from command_center.video.model import Reason, StreamError
from command_center.video.onvif.model import ControlError
from command_center.video.onvif.xml_guard import UnsafeXml, check
from command_center.video.policy import Endpoint, StreamPolicy

ANSWER_MAX = 512 * 1024
STATUS_REASONS = {
    HTTPStatus.UNAUTHORIZED: Reason.UNAUTHORISED,
    HTTPStatus.FORBIDDEN: Reason.FORBIDDEN,
    HTTPStatus.NOT_FOUND: Reason.NOT_FOUND,
}
DROPPED = (aiohttp.ServerDisconnectedError, aiohttp.ClientConnectionResetError)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the library reads of an answer."""

    status_code: int
    content: bytes
    headers: dict[str, str]
    encoding: str = "utf-8"


class Wire:
    """One camera's connections, in the place of the library's transport; loop thread only.

    Names are resolved once per policy and the resolved address is connected to. Redirects are
    not followed, packed answers not unpacked.
    """

    cache = None  # the library would keep what it read on disk

    def __init__(self, policy: Callable[[], StreamPolicy], user: str, password: str) -> None:
        self._policy = policy
        self._admitted: dict[str, Endpoint] = {}
        self._admitted_by: StreamPolicy | None = None
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=4),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
        )
        # For the cameras that want the login of the web beside that of ONVIF.
        login = (aiohttp.DigestAuthMiddleware(user, password),) if user else ()
        self._login: tuple[Any, ...] = login

    async def post_xml(self, address: str, envelope: Any, headers: dict[str, str]) -> Answer:
        """Send one request.

        Raises:
            ControlError
            aiohttp.ClientError: the connection failed.
        """
        endpoint = await self._admit(address)
        message: bytes = utils.etree_to_string(envelope)  # type: ignore[no-untyped-call]
        try:
            return await self._post(endpoint, message, headers)
        except DROPPED:
            # It had closed the connection of the request before: nothing was read of this one.
            return await self._post(endpoint, message, headers)

    async def close(self) -> None:
        await self._session.close()

    async def _admit(self, address: str) -> Endpoint:
        policy = self._policy()
        if policy is not self._admitted_by:
            self._admitted_by = policy
            self._admitted.clear()
        known = self._admitted.get(address)
        if known is None:
            known = await admit(policy, address)
            self._admitted[address] = known
        return known

    async def _post(self, to: Endpoint, message: bytes, headers: dict[str, str]) -> Answer:
        name = f"[{to.host}]" if ":" in to.host else to.host
        at = f"[{to.address}]" if ":" in to.address else to.address
        async with self._session.post(
            f"{to.scheme}://{at}:{to.port}{to.target}",
            data=message,
            headers={**headers, "Host": f"{name}:{to.port}", "Accept-Encoding": "identity"},
            allow_redirects=False,
            server_hostname=to.host if to.scheme == "https" else None,
            middlewares=self._login,
        ) as response:
            return await _read(response)


async def admit(policy: StreamPolicy, address: str) -> Endpoint:
    """As the policy; names are resolved off the loop. ControlError."""
    if not address.startswith(("http://", "https://")):
        raise ControlError(Reason.UNSUPPORTED)
    try:
        return await asyncio.to_thread(policy.admit, address)
    except StreamError as error:
        raise ControlError(error.reason) from None


async def _read(response: aiohttp.ClientResponse) -> Answer:
    status = response.status
    if status in STATUS_REASONS:
        raise ControlError(STATUS_REASONS[HTTPStatus(status)])
    if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
        raise ControlError(Reason.BLOCKED_HOST)
    content = bytearray()
    async for chunk in response.content.iter_any():
        content += chunk
        if len(content) > ANSWER_MAX:
            raise ControlError(Reason.GARBAGE)
    broken = Reason.SERVER_ERROR if status >= HTTPStatus.BAD_REQUEST else Reason.GARBAGE
    try:
        check(bytes(content))
    except UnsafeXml:
        raise ControlError(broken) from None
    return Answer(status, bytes(content), {"Content-Type": "application/soap+xml"})
