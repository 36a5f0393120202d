"""What is done to a camera, and what only looks like it, drawn over footage.

Every act takes a picture (360, 640) uint8 and the seconds since it began. Lengths are in pixels
of a picture 640 wide. Sensor noise is added after blur and cover: a real lens blurs no noise.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

U8 = npt.NDArray[np.uint8]
Act = Callable[[U8, float], U8]
WIDTH, HEIGHT = 640, 360
NOISE = 2.0
SLOW_S = 6.0


@dataclass(frozen=True, slots=True)
class Tamper:
    """`counts_from_s`: when the act is far enough that it can be asked to be noticed."""

    name: str
    group: str
    act: Act
    counts_from_s: float = 0.0


def _noisy(picture: npt.NDArray[np.float32]) -> U8:
    seed = int(hashlib.sha256(picture[::37, ::41].tobytes()).hexdigest()[:8], 16)
    noise = np.random.default_rng(seed).normal(0, NOISE, picture.shape)
    return np.asarray(np.clip(picture + noise, 0, 255), np.uint8)


def _texture(seed: int, cell: int, low: int, high: int) -> npt.NDArray[np.float32]:
    small = np.random.default_rng(seed).integers(low, high, (HEIGHT // cell + 2, WIDTH // cell + 2))
    big = cv2.resize(small.astype(np.float32), (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC)
    return np.asarray(big, np.float32)


def _over(picture: U8, cover: npt.NDArray[np.float32], alpha: npt.NDArray[np.float32]) -> U8:
    return _noisy(picture * (1 - alpha) + cover * alpha)


def _hand() -> Act:
    """Comes in from the right in half a second, trembles, covers all but the edge."""
    skin = cv2.GaussianBlur(_texture(1, 90, 20, 70), (0, 0), 25)
    across, down = np.meshgrid(np.arange(WIDTH), np.arange(HEIGHT))

    def act(picture: U8, since_s: float) -> U8:
        shake = 3 * np.sin(9 * since_s)
        centre = WIDTH * (1.3 - 0.8 * min(1.0, since_s / 0.5)) + shake
        reach = np.hypot((across - centre) / 360, (down - 180 - shake) / 260)
        alpha = np.clip((1.02 - reach) * 8, 0, 1).astype(np.float32)
        return _over(picture, np.asarray(skin, np.float32), alpha)

    return act


def _cloth(share: float, seed: int, cell: int, low: int, high: int) -> Act:
    """Something that lies over `share` of the picture from the left, its edge out of focus."""
    cover = _texture(seed, cell, low, high)
    alpha = np.zeros((HEIGHT, WIDTH), np.float32)
    alpha[:, : round(share * WIDTH)] = 1
    soft = np.asarray(cv2.GaussianBlur(alpha, (0, 0), 6), np.float32)
    return lambda picture, since_s: _over(picture, cover, soft)


def _paint(tone: int, share: float) -> Act:
    """Sprayed on from the middle in a second."""
    across, down = np.meshgrid(np.linspace(-1, 1, WIDTH), np.linspace(-1, 1, HEIGHT))
    far = np.hypot(across, down).astype(np.float32)
    rim = float(np.quantile(far, share))
    cover = np.full((HEIGHT, WIDTH), tone, np.float32)

    def act(picture: U8, since_s: float) -> U8:
        alpha = np.clip((rim * min(1.0, since_s) - far) * 10 + 0.5, 0, 1)
        return _over(picture, cover, alpha.astype(np.float32))

    return act


def _blur(sigma: float, over_s: float = 0.0) -> Act:
    def act(picture: U8, since_s: float) -> U8:
        now = sigma * (min(1.0, since_s / over_s) if over_s else 1.0)
        if now < 0.3:
            return picture
        return _noisy(np.asarray(cv2.GaussianBlur(picture, (0, 0), now), np.float32))

    return act


def _turn(right: float, down: float, degrees: float) -> Act:
    """Moved by shares of the picture and rotated; what comes in is mirrored at the edge."""
    matrix = cv2.getRotationMatrix2D((WIDTH / 2, HEIGHT / 2), degrees, 1.0)
    matrix[0, 2] += right * WIDTH
    matrix[1, 2] += down * HEIGHT
    return lambda picture, since_s: np.asarray(
        cv2.warpAffine(picture, matrix, (WIDTH, HEIGHT), borderMode=cv2.BORDER_REFLECT), np.uint8
    )


def _frozen() -> Act:
    held: list[U8] = []

    def act(picture: U8, since_s: float) -> U8:
        if since_s <= 0:
            held.clear()
        held.append(picture)
        return held[0]

    return act


def tampers() -> list[Tamper]:
    """The set that `make bench BENCH=wall` is judged by."""
    return [
        Tamper("hand", "cover", _hand()),
        Tamper("bag, all", "cover", _cloth(1.0, 2, 12, 20, 130)),
        Tamper("bag, 75 %", "cover", _cloth(0.75, 3, 12, 20, 130)),
        Tamper("cloth, 70 %", "cover", _cloth(0.70, 4, 60, 60, 110)),
        Tamper("dark paint, 80 %", "cover", _paint(25, 0.8)),
        Tamper("light paint, all", "cover", _paint(225, 1.0)),
        Tamper("sigma 3", "defocus", _blur(3)),
        Tamper("sigma 5", "defocus", _blur(5)),
        Tamper("sigma 9", "defocus", _blur(9)),
        Tamper("sigma 6 in 6 s", "defocus", _blur(6, SLOW_S), counts_from_s=SLOW_S / 2),
        Tamper("6 % right", "turn", _turn(0.06, 0, 0)),
        Tamper("15 % down", "turn", _turn(0, 0.15, 0)),
        Tamper("45 % left", "turn", _turn(-0.45, 0, 0)),
        Tamper("5 degrees", "turn", _turn(0, 0, 5)),
        Tamper("20 degrees", "turn", _turn(0.1, 0, 20)),
        Tamper("freeze", "freeze", _frozen()),
    ]


def _lorry(seconds: float, stands_s: float) -> Act:
    """A textured side 85 % of the picture wide drives past before the lens."""
    side = _texture(6, 24, 30, 200)

    def act(picture: U8, since_s: float) -> U8:
        way = since_s
        if way > seconds / 2:
            way = max(seconds / 2, way - stands_s)
        left = round(-0.85 * WIDTH + 1.85 * WIDTH * way / seconds)
        shown = picture.copy()
        a, b = max(0, left), min(WIDTH, left + round(0.85 * WIDTH))
        if a < b:
            shown[30:, a:b] = np.clip(side[30:, a - left : b - left], 0, 255)
        return shown

    return act


def _headlights(picture: U8, since_s: float) -> U8:
    if not 0 <= since_s < 2:
        return picture
    across, down = np.meshgrid(np.arange(WIDTH), np.arange(HEIGHT))
    glow = 230 * np.exp(-np.hypot(across - 150 - 150 * since_s, down - 200) / 150)
    return np.asarray(np.clip(picture * 0.8 + glow, 0, 255), np.uint8)


def _wind(picture: U8, since_s: float) -> U8:
    x, y = 2.5 * np.sin(11 * since_s), 2.0 * np.sin(7 * since_s)
    matrix = np.array([[1, 0, x], [0, 1, y]], np.float32)
    return np.asarray(
        cv2.warpAffine(picture, matrix, (WIDTH, HEIGHT), borderMode=cv2.BORDER_REFLECT), np.uint8
    )


def _exposure(picture: U8, since_s: float) -> U8:
    gain = 1 + 0.45 * np.sin(2 * since_s)
    return np.asarray(np.clip(picture * gain, 0, 255), np.uint8)


def _drops(picture: U8, since_s: float) -> U8:
    """Rain drops on the glass: round blurred spots over a sixth of the picture."""
    rng = np.random.default_rng(9)
    spots = np.zeros((HEIGHT, WIDTH), np.float32)
    for x, y, r in zip(
        rng.integers(0, WIDTH, 40),
        rng.integers(0, HEIGHT, 40),
        rng.integers(8, 26, 40),
        strict=True,
    ):
        cv2.circle(spots, (int(x), int(y)), int(r), 1.0, -1)
    soft = np.asarray(cv2.GaussianBlur(picture, (0, 0), 7), np.float32)
    return np.asarray(picture * (1 - spots) + soft * spots, np.uint8)


def harmless() -> list[Tamper]:
    """What must not be taken for tampering."""
    return [
        Tamper("lorry passes in 2.5 s", "lorry", _lorry(2.5, 0)),
        Tamper("lorry stands 2 s", "lorry", _lorry(2.0, 2.0)),
        Tamper("headlights", "light", _headlights),
        Tamper("exposure swings", "light", _exposure),
        Tamper("wind", "wind", _wind),
        Tamper("drops", "rain", _drops),
    ]
