"""Baselines on disk: one small file a camera, with a name of ours."""

from __future__ import annotations

import hashlib
import io
import logging
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from command_center.video.eyes.plane import HEIGHT, WIDTH
from command_center.video.eyes.surge import HOURS

FORMAT = 1
MOST_BYTES = 1_000_000
MOST_FILES = 2_000
_SHAPES = {
    "picture": (HEIGHT, WIDTH),
    "busy": (9, 16),
    "crisp": (),
    "flow": (HOURS, 3),
    "density": (HOURS, 3),
    "bright": (),
    "masks": (32,),
}
log = logging.getLogger(__name__)
Arrays = dict[str, npt.NDArray[np.generic]]


@dataclass(frozen=True, slots=True)
class _Broken(Exception):
    """The file is not one of ours as we write them."""


class BaselineStore:
    """Reads on the caller's thread, writes on its own, in `folder`, at most 2,000 cameras."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="eyes-store")

    def path(self, camera_id: str) -> Path:
        """Where a camera's baseline lies."""
        return self._folder / f"{hashlib.sha256(camera_id.encode()).hexdigest()[:32]}.npz"

    def load(self, camera_id: str) -> Arrays | None:
        """What was saved; None when there is nothing, or nothing that can be believed."""
        path = self.path(camera_id)
        try:
            if not path.exists():
                return None
            if path.stat().st_size > MOST_BYTES:
                raise _Broken
            with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as file:
                return _checked({name: file[name] for name in file.files[:16]})
        except (OSError, ValueError, EOFError, KeyError, zipfile.BadZipFile, _Broken):
            log.warning("baseline of camera %a cannot be read; learnt anew", camera_id)
            return None

    def save(self, camera_id: str, arrays: Arrays) -> None:
        """Write soon; the arrays are not to be changed any more."""
        self._writer.submit(self._write, self.path(camera_id), arrays)

    def forget(self, camera_id: str) -> None:
        """Remove what was saved, soon."""
        self._writer.submit(self._remove, self.path(camera_id))

    def close(self) -> None:
        """Wait for what is being written."""
        self._writer.shutdown(wait=True)

    def _write(self, path: Path, arrays: Arrays) -> None:
        half = path.with_suffix(".part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if not path.exists() and sum(1 for _ in self._folder.glob("*.npz")) >= MOST_FILES:
                self._drop_oldest()
            with half.open("wb") as file:
                np.savez_compressed(file, format=np.int64(FORMAT), **arrays)  # type: ignore[arg-type]
            half.replace(path)
        except OSError as error:
            log.warning("a baseline cannot be written: %s", type(error).__name__)

    def _remove(self, path: Path) -> None:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            log.warning("a baseline cannot be removed: %s", type(error).__name__)

    def _drop_oldest(self) -> None:
        oldest = min(self._folder.glob("*.npz"), key=lambda path: path.stat().st_mtime)
        oldest.unlink()


def _checked(arrays: Arrays) -> Arrays:
    """Every array by its name's shape and finite.

    Raises:
        _Broken: it is something else.
    """
    if int(arrays.pop("format")) != FORMAT:
        raise _Broken
    for name, array in arrays.items():
        shape = _SHAPES.get(name.split("_", 1)[0])
        if shape is None or array.shape != shape or not np.isfinite(array).all():
            raise _Broken
    return arrays
