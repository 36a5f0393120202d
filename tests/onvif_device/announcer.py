"""Answers WS-Discovery probes over UDP; unicast on loopback, where every machine can be asked."""

import re
import socket
import threading
import uuid
from collections.abc import Callable

ANSWER = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"'
    ' xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"'
    ' xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery"'
    ' xmlns:dn="http://www.onvif.org/ver10/network/wsdl">'
    "<s:Header><a:MessageID>uuid:{own}</a:MessageID><a:RelatesTo>{asked}</a:RelatesTo>"
    "<a:To>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:To>"
    "<a:Action>http://schemas.xmlsoap.org/ws/2005/04/discovery/ProbeMatches</a:Action>"
    '<d:AppSequence InstanceId="1" MessageNumber="1"/></s:Header>'
    "<s:Body><d:ProbeMatches><d:ProbeMatch><a:EndpointReference>"
    "<a:Address>urn:uuid:{device}</a:Address></a:EndpointReference>"
    "<d:Types>dn:NetworkVideoTransmitter</d:Types>"
    "<d:Scopes>onvif://www.onvif.org/name/Kubah%20Simpang onvif://www.onvif.org/type/ptz</d:Scopes>"
    "<d:XAddrs>{xaddrs}</d:XAddrs><d:MetadataVersion>1</d:MetadataVersion>"
    "</d:ProbeMatch></d:ProbeMatches></s:Body></s:Envelope>"
)


class Announcer:
    """`twist` may spoil the answer before it is sent; `garbage` goes out before it."""

    def __init__(
        self,
        xaddrs: str,
        twist: Callable[[str], str] = str,
        garbage: bytes = b"",
    ) -> None:
        self.device = uuid.uuid4()
        self._xaddrs, self._twist, self._garbage = xaddrs, twist, garbage
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self._socket.settimeout(0.2)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run)

    @property
    def address(self) -> tuple[str, int]:
        return "127.0.0.1", int(self._socket.getsockname()[1])

    def __enter__(self) -> "Announcer":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join(5)
        self._socket.close()

    def _run(self) -> None:
        while not self._ended.is_set():
            try:
                data, sender = self._socket.recvfrom(65_535)
            except TimeoutError:
                continue
            asked = re.search(rb"MessageID[^>]*>\s*([^<\s]+)", data)
            if asked is None or b"Probe" not in data:
                continue
            text = ANSWER.format(
                own=uuid.uuid4(),
                asked=asked.group(1).decode(),
                device=self.device,
                xaddrs=self._xaddrs,
            )
            if self._garbage:
                self._socket.sendto(self._garbage, sender)
            self._socket.sendto(self._twist(text).encode(), sender)
