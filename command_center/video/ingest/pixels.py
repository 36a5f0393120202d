"""How large a coded picture says it is, before a decoder makes room for it."""

import struct

PIXELS_MAX = 7680 * 4320
MARKERS_MAX = 1_000
PNG = b"\x89PNG\r\n\x1a\n"
# Start of frame: C4, C8 and CC in between are something else.
SOF = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}


def size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height of a JPEG or PNG; None when it is neither."""
    if data.startswith(PNG) and data[12:16] == b"IHDR" and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    return _jpeg_size(data) if data.startswith(b"\xff\xd8") else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    position = 2
    for _ in range(MARKERS_MAX):
        if len(data) < position + 9 or data[position] != 0xFF:
            return None
        marker = data[position + 1]
        if marker in SOF:
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            return width, height
        if marker == 0xFF:
            position += 1
        else:
            position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    return None
