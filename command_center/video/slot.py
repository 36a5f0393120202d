"""The newest-frame slot between an owner thread and the wall."""

from dataclasses import dataclass, field

DEFAULT_SIZE = (480, 270)
SIZE_MAX = 4096


@dataclass(frozen=True)
class Frame:
    """A picture ready to paint: BGRA rows of `bytes_per_line` bytes.

    `pixels` keeps the decoder's own memory alive; nobody writes to it again.
    `captured_monotonic_s` is when it was decoded, on the engine's clock.
    """

    pixels: memoryview = field(repr=False)
    bytes_per_line: int
    width: int
    height: int
    sequence: int
    captured_monotonic_s: float
    pts_s: float | None


class FrameSlot:
    """Holds one frame: a writer replaces it, a reader takes a reference, neither ever waits.

    The consumer sets the tile size; frames fit inside it with the camera's own proportions.
    """

    def __init__(self, width: int = DEFAULT_SIZE[0], height: int = DEFAULT_SIZE[1]) -> None:
        self._size = (width, height)
        self._frame: Frame | None = None

    @property
    def size(self) -> tuple[int, int]:
        """Tile width and height in pixels."""
        return self._size

    def resize(self, width: int, height: int) -> None:
        """Ask for frames of this size from the next one on.

        Raises:
            ValueError: outside 1..4096 pixels.
        """
        if not (1 <= width <= SIZE_MAX and 1 <= height <= SIZE_MAX):
            raise ValueError(f"a tile of {width}x{height} pixels")
        self._size = (width, height)

    def latest(self) -> Frame | None:
        """The newest frame, or None before the first."""
        return self._frame

    def publish(self, frame: Frame) -> None:
        """Replace the frame; only the owner of the camera calls this."""
        self._frame = frame

    def clear(self) -> None:
        """Forget the frame, when its camera is taken off the wall."""
        self._frame = None


def fit(width: int, height: int, tile: tuple[int, int]) -> tuple[int, int]:
    """Largest size of the same proportions inside `tile`, at least one pixel."""
    scale = min(tile[0] / width, tile[1] / height)
    return (
        max(1, min(tile[0], round(width * scale))),
        max(1, min(tile[1], round(height * scale))),
    )
