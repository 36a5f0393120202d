"""What a device says, as SOAP 1.2 text. `xaddr` and `uri` are filled in by the device."""

from datetime import UTC, datetime

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "s": "http://www.w3.org/2003/05/soap-envelope",
        "tt": "http://www.onvif.org/ver10/schema",
        "tds": "http://www.onvif.org/ver10/device/wsdl",
        "trt": "http://www.onvif.org/ver10/media/wsdl",
        "tptz": "http://www.onvif.org/ver20/ptz/wsdl",
        "ter": "http://www.onvif.org/ver10/error",
    }.items()
)
SERVICES = {
    "http://www.onvif.org/ver10/device/wsdl": "device_service",
    "http://www.onvif.org/ver10/media/wsdl": "media_service",
    "http://www.onvif.org/ver20/ptz/wsdl": "ptz_service",
}


def envelope(body: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f"<s:Envelope {NAMESPACES}><s:Body>{body}</s:Body></s:Envelope>"
    )


def fault(subcode: str, text: str) -> str:
    return envelope(
        "<s:Fault><s:Code><s:Value>s:Sender</s:Value>"
        f"<s:Subcode><s:Value>ter:{subcode}</s:Value></s:Subcode></s:Code>"
        f'<s:Reason><s:Text xml:lang="en">{text}</s:Text></s:Reason></s:Fault>'
    )


def date_and_time(now: datetime) -> str:
    at = now.astimezone(UTC)
    return envelope(
        "<tds:GetSystemDateAndTimeResponse><tds:SystemDateAndTime>"
        "<tt:DateTimeType>NTP</tt:DateTimeType><tt:DaylightSavings>false</tt:DaylightSavings>"
        f"<tt:UTCDateTime><tt:Time><tt:Hour>{at.hour}</tt:Hour><tt:Minute>{at.minute}</tt:Minute>"
        f"<tt:Second>{at.second}</tt:Second></tt:Time><tt:Date><tt:Year>{at.year}</tt:Year>"
        f"<tt:Month>{at.month}</tt:Month><tt:Day>{at.day}</tt:Day></tt:Date></tt:UTCDateTime>"
        "</tds:SystemDateAndTime></tds:GetSystemDateAndTimeResponse>"
    )


def services(origin: str) -> str:
    each = "".join(
        f"<tds:Service><tds:Namespace>{namespace}</tds:Namespace>"
        f"<tds:XAddr>{origin}/onvif/{path}</tds:XAddr>"
        "<tds:Version><tt:Major>2</tt:Major><tt:Minor>60</tt:Minor></tds:Version></tds:Service>"
        for namespace, path in SERVICES.items()
    )
    return envelope(f"<tds:GetServicesResponse>{each}</tds:GetServicesResponse>")


def capabilities(origin: str) -> str:
    return envelope(
        "<tds:GetCapabilitiesResponse><tds:Capabilities>"
        f"<tt:Device><tt:XAddr>{origin}/onvif/device_service</tt:XAddr></tt:Device>"
        f"<tt:Media><tt:XAddr>{origin}/onvif/media_service</tt:XAddr><tt:StreamingCapabilities>"
        "<tt:RTP_RTSP_TCP>true</tt:RTP_RTSP_TCP></tt:StreamingCapabilities></tt:Media>"
        f"<tt:PTZ><tt:XAddr>{origin}/onvif/ptz_service</tt:XAddr></tt:PTZ>"
        "</tds:Capabilities></tds:GetCapabilitiesResponse>"
    )


def information() -> str:
    return envelope(
        "<tds:GetDeviceInformationResponse><tds:Manufacturer>Latihan</tds:Manufacturer>"
        "<tds:Model>Kubah-1</tds:Model><tds:FirmwareVersion>1.0</tds:FirmwareVersion>"
        "<tds:SerialNumber>0001</tds:SerialNumber><tds:HardwareId>1</tds:HardwareId>"
        "</tds:GetDeviceInformationResponse>"
    )


def profiles(movable: bool) -> str:
    each = "".join(
        _profile(token, name, width, height, movable)
        for token, name, width, height in (
            ("main", "Utama", 1920, 1080),
            ("sub", "Kecil", 640, 360),
        )
    )
    return envelope(f"<trt:GetProfilesResponse>{each}</trt:GetProfilesResponse>")


def _profile(token: str, name: str, width: int, height: int, movable: bool) -> str:
    drive = (
        '<tt:PTZConfiguration token="ptz"><tt:Name>ptz</tt:Name><tt:UseCount>2</tt:UseCount>'
        "<tt:NodeToken>node</tt:NodeToken></tt:PTZConfiguration>"
    )
    return (
        f'<trt:Profiles token="{token}" fixed="true"><tt:Name>{name}</tt:Name>'
        f'<tt:VideoEncoderConfiguration token="v-{token}"><tt:Name>v</tt:Name>'
        "<tt:UseCount>1</tt:UseCount><tt:Encoding>H264</tt:Encoding><tt:Resolution>"
        f"<tt:Width>{width}</tt:Width><tt:Height>{height}</tt:Height></tt:Resolution>"
        "<tt:Quality>4</tt:Quality></tt:VideoEncoderConfiguration>"
        f"{drive if movable else ''}</trt:Profiles>"
    )


def media_uri(operation: str, uri: str) -> str:
    return envelope(
        f"<trt:{operation}Response><trt:MediaUri><tt:Uri>{uri}</tt:Uri>"
        "<tt:InvalidAfterConnect>false</tt:InvalidAfterConnect>"
        "<tt:InvalidAfterReboot>false</tt:InvalidAfterReboot><tt:Timeout>PT0S</tt:Timeout>"
        f"</trt:MediaUri></trt:{operation}Response>"
    )


def presets(named: dict[str, str]) -> str:
    each = "".join(
        f'<tptz:Preset token="{token}"><tt:Name>{name}</tt:Name></tptz:Preset>'
        for token, name in named.items()
    )
    return envelope(f"<tptz:GetPresetsResponse>{each}</tptz:GetPresetsResponse>")


def preset_set(token: str) -> str:
    return envelope(
        f"<tptz:SetPresetResponse><tptz:PresetToken>{token}</tptz:PresetToken>"
        "</tptz:SetPresetResponse>"
    )


def status(pan: float, tilt: float, zoom: float, moving: bool) -> str:
    state = "MOVING" if moving else "IDLE"
    return envelope(
        "<tptz:GetStatusResponse><tptz:PTZStatus><tt:Position>"
        f'<tt:PanTilt x="{pan:.4f}" y="{tilt:.4f}"/><tt:Zoom x="{zoom:.4f}"/></tt:Position>'
        f"<tt:MoveStatus><tt:PanTilt>{state}</tt:PanTilt><tt:Zoom>{state}</tt:Zoom>"
        "</tt:MoveStatus><tt:UtcTime>2026-11-21T00:00:00Z</tt:UtcTime></tptz:PTZStatus>"
        "</tptz:GetStatusResponse>"
    )


def done(operation: str) -> str:
    return envelope(f"<tptz:{operation}Response/>")


def bomb() -> str:
    """Ten levels of ten: a hundred million letters if anybody unfolded it."""
    levels = "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' if n else '<!ENTITY e0 "boom">' for n in range(9)
    )
    return (
        f'<?xml version="1.0"?><!DOCTYPE x [{levels}]>'
        f"<s:Envelope {NAMESPACES}><s:Body>&e8;</s:Body></s:Envelope>"
    )
