"""Connects to an admitted address, in time and wakeable."""

import http.client
import selectors
import socket
import ssl
import time

from command_center.video.cancel import Cancel
from command_center.video.ingest.trust import tls_reason
from command_center.video.model import Reason, StreamError
from command_center.video.policy import Endpoint

LOOK_S = 0.1


def dial(
    endpoint: Endpoint, cancel: Cancel, timeout_s: float, context: ssl.SSLContext | None
) -> socket.socket:
    """A socket that `cancel` watches; `context` for a secure one. `timeout_s` for the connection
    and again for the handshake; it stays the socket's timeout.

    Raises:
        StreamError: what went wrong.
    """
    sock = _connect(endpoint, cancel, timeout_s)
    sock.settimeout(timeout_s)
    if context is not None:
        try:
            sock = context.wrap_socket(sock, server_hostname=endpoint.host)
        except (OSError, ValueError) as error:
            sock.close()
            raise StreamError(failure_reason(error)) from None
    cancel.watch(sock)
    if cancel.is_set():  # before it was watched, so nothing would wake its reader
        cancel.forget(sock)
        sock.close()
        raise StreamError(Reason.ENDED)
    return sock


def _connect(endpoint: Endpoint, cancel: Cancel, timeout_s: float) -> socket.socket:
    family = socket.AF_INET6 if ":" in endpoint.address else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        sock.setblocking(False)
        sock.connect_ex((endpoint.address, endpoint.port))
        deadline = time.monotonic() + timeout_s
        with selectors.DefaultSelector() as selector:
            selector.register(sock, selectors.EVENT_WRITE)
            while not selector.select(LOOK_S):
                if cancel.is_set() or time.monotonic() > deadline:
                    raise TimeoutError
        error = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if error:
            raise OSError(error, "connect")
    except OSError as error:
        sock.close()
        raise StreamError(failure_reason(error)) from None
    return sock


def failure_reason(error: Exception) -> Reason:
    """Why talking to a server failed."""
    match error:
        case ConnectionRefusedError():
            return Reason.REFUSED
        case TimeoutError():
            return Reason.TIMEOUT
        case ssl.SSLError():
            return tls_reason(error)
        case ConnectionError() | http.client.IncompleteRead():
            return Reason.ENDED
        case OSError():
            return Reason.UNREACHABLE
        case _:
            return Reason.GARBAGE
