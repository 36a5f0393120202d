"""Name, clock and SIMULASI, burnt into every picture the way a recorder does it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import cv2
import numpy as np

from command_center.exercise.cameras.lens import U8, WIDTH, u8

WIB = timezone(timedelta(hours=7), "WIB")
STRIP = 52
"""Rows at the top of the picture that carry text."""


def clock_text(at: datetime) -> str:
    """Local time with seconds, e.g. 21-11-2026 14:07:32 WIB."""
    return at.astimezone(WIB).strftime("%d-%m-%Y %H:%M:%S WIB")


class BurnIn:
    """Keeps the drawn text until the second changes."""

    def __init__(self, camera_id: str, name: str) -> None:
        self._title = f"{camera_id} {name}".upper()
        self._text = ""
        self._ink = np.zeros((STRIP, WIDTH, 3), np.uint8)
        self._rim = np.zeros((STRIP, WIDTH, 3), np.uint8)

    def lay(self, frame: U8, at: datetime) -> None:
        text = clock_text(at)
        if text != self._text:
            self._draw(text)
        top = frame[:STRIP]
        cv2.subtract(top, self._rim, dst=top)
        cv2.max(top, self._ink, dst=top)

    def _draw(self, text: str) -> None:
        self._text = text
        ink = np.zeros((STRIP, WIDTH), np.uint8)
        rim = np.zeros((STRIP, WIDTH), np.uint8)
        for words, right, row in (
            (self._title, False, 20),
            (text, True, 20),
            ("SIMULASI", True, 43),
        ):
            scale = 0.58
            width = cv2.getTextSize(words, cv2.FONT_HERSHEY_DUPLEX, scale, 1)[0][0]
            room = WIDTH - 270 if not right else WIDTH
            if width > room:
                scale, width = scale * room / width, room
            x = WIDTH - width - 10 if right else 10
            for layer, weight, tone in ((rim, 4, 190), (ink, 1, 236)):
                cv2.putText(
                    layer,
                    words,
                    (x, row),
                    cv2.FONT_HERSHEY_DUPLEX,
                    scale,
                    tone,
                    weight,
                    cv2.LINE_AA,
                )
        self._ink = u8(cv2.cvtColor(ink, cv2.COLOR_GRAY2BGR))
        self._rim = u8(cv2.cvtColor(rim, cv2.COLOR_GRAY2BGR))
