"""The eyes of all cameras of one engine: what they share and what they have seen."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Sequence
from pathlib import Path

import cv2

from command_center.domain.errors import OperatorError
from command_center.video.eyes.detector import Density, Detector
from command_center.video.eyes.eyes import Eyes
from command_center.video.eyes.store import BaselineStore
from command_center.video.model import CameraSpec, EyesSetup, Sighting

MOST = 1_000
log = logging.getLogger(__name__)


class Sight:
    """Makes eyes and gathers their sightings; from any thread."""

    def __init__(self, setup: EyesSetup | None = None) -> None:
        """A detector that cannot be used is left out with a line in the log: eyes go on."""
        cv2.setNumThreads(1)  # small pictures on many threads of ours: a pool only costs
        setup = setup or EyesSetup()
        self._store = BaselineStore(Path(setup.folder)) if setup.folder else None
        self._detector: Detector | None = None
        if setup.model:
            try:
                self._detector = Detector(Path(setup.model), setup.sha256)
            except OperatorError as error:
                log.error("no detector: %s", error.code)
        self._seen: deque[Sighting] = deque(maxlen=MOST)
        self._lock = threading.Lock()
        self._eyes: dict[str, Eyes] = {}

    def eyes(self, spec: CameraSpec) -> Eyes:
        """Of a camera that is shown from now on."""
        density = Density(self._detector) if self._detector else None
        made = Eyes(spec, self._store, density=density)
        with self._lock:
            self._eyes[spec.id] = made
        return made

    def say(self, sightings: Sequence[Sighting]) -> None:
        """What a camera's eyes have seen."""
        self._seen.extend(sightings)

    def take(self) -> Sequence[Sighting]:
        """What has been seen since the last call."""
        taken = []
        while self._seen:
            taken.append(self._seen.popleft())
        return taken

    def moved(self, camera_id: str) -> None:
        """A camera was moved on purpose: its view is learnt anew."""
        with self._lock:
            eyes = self._eyes.get(camera_id)
        if eyes is not None:
            eyes.moved()

    def keep_only(self, cameras: Sequence[str]) -> None:
        """Close the eyes of cameras that are not shown any more."""
        with self._lock:
            gone = [self._eyes.pop(camera) for camera in self._eyes.keys() - set(cameras)]
        for eyes in gone:
            eyes.close()

    def ms_per_look(self) -> float:
        """Thread time of one look, the mean over all cameras shown; 0 before the first."""
        with self._lock:
            costs = [eyes.cost for eyes in self._eyes.values()]
        looks = sum(cost.looks for cost in costs)
        return 1000 * sum(cost.seconds for cost in costs) / looks if looks else 0.0

    def close(self) -> None:
        """Keep what was learnt; waits for the disk."""
        self.keep_only(())
        if self._detector is not None:
            self._detector.close()
        if self._store is not None:
            self._store.close()
