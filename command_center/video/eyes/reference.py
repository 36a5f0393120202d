"""What a camera usually shows, and how far a picture is from it.

The picture is cut into 16x9 blocks. A block is kept when its edges lie where they usually lie;
a block without edges when it is as bright as the whole picture's brightness lets expect. Edges
are compared by place and direction, not by strength, so that clouds, fog and exposure change
little; fine strength against coarse strength tells a blurred picture from a dim one.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from command_center.video.eyes.measure import (
    GRID,
    Measures,
    block_means,
    doubled,
    measure,
    same_place,
)
from command_center.video.eyes.plane import F32, HEIGHT, WIDTH

EDGED = 12.0  # Sobel strength (root mean square) from which a block counts as one with edges
SAME_EDGES = 0.30
SAME_GREY = 20.0
GROWN = 4.0
DETAIL = 24.0  # Laplacian of a detail that can be seen to blur
DETAILS = 1500  # pixels of detail below which their sharpness says nothing
ANCHORS = 3  # kept blocks with edges that are believed about the brightness of the others
LEAST_WEIGHT = 0.1

Blocks = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Difference:
    """How far a picture is from the usual; fractions unless said.

    `lost`: weighted share of the blocks that do not show what they usually show, `blocks` which.
    `strength` of the edges in lost blocks against the usual there. `sure`: how well the edges of
    the other blocks agree, 0 if there are none. `detail`: sharpness, 1 as usual.
    """

    lost: float
    blocks: Blocks
    strength: float
    sure: float
    detail: float


class Reference:
    """The usual picture of a camera in one light."""

    def __init__(
        self, picture: F32, visible: F32, busy: F32 | None = None, crisp: float = 0.0
    ) -> None:
        """`picture` (180, 320); `visible` likewise, 0 under a mask; `busy` (9, 16): how often
        each block is seen to differ; `crisp`: the usual `Measures.crisp`, 0 unknown."""
        self.picture = picture
        self.busy = np.zeros(GRID[::-1], np.float32) if busy is None else busy
        self.crisp = crisp
        self._clear = np.asarray(block_means(visible) > 0.99, np.float32)
        self.refresh()

    def refresh(self) -> None:
        """Measure the usual picture anew after it has been changed."""
        plane = np.clip(self.picture, 0, 255).astype(np.uint8)
        self.usual = measure(plane)
        fine = np.asarray(np.abs(cv2.Laplacian(plane, cv2.CV_16S)), np.int16)
        self._details = np.flatnonzero(fine > DETAIL)
        self._fine = float(fine.ravel()[self._details].mean()) if len(self._details) else 0.0
        edged = np.sqrt(self.usual.energy) > EDGED
        self._edged = edged & (self._clear > 0)
        weight = self._clear * np.maximum(1.0 - self.busy, LEAST_WEIGHT)
        edges, flats = float(weight[edged].sum()), float(weight[~edged].sum())
        self._weight = np.asarray(weight, np.float32)
        if flats > edges > 0:
            self._weight[~edged] *= edges / flats
        self._total = float(self._weight.sum())

    @property
    def worth(self) -> bool:
        """There is enough in the usual picture to miss."""
        return self._total > 0 and self.usual.spread > 4.0

    def against(self, now: Measures) -> Difference:
        """How far a picture is from the usual."""
        usual = self.usual
        same = same_place(now, usual)
        edges_lost = same < SAME_EDGES
        lost = np.where(self._edged, edges_lost, self._flat_lost(now, ~edges_lost))
        kept = self._edged & ~lost
        there = lost & (self._clear > 0)
        strength = _root(now.energy, there) / max(_root(usual.energy, there), 1.0)
        return Difference(
            lost=self._share(lost),
            blocks=lost,
            strength=strength,
            sure=float(same[kept].mean()) if kept.any() else 0.0,
            detail=self._detail(now),
        )

    def relit(self, now: Measures) -> bool:
        """The same edges, some of them dark where they were bright: lamps instead of the sun."""
        lost = same_place(doubled(now), doubled(self.usual)) < SAME_EDGES
        edged = self._weight * self._edged
        total = float(edged.sum())
        return total > 0 and float((edged * lost).sum()) / total < 0.4

    def follow(self, now: Measures, difference: Difference, share: float) -> None:
        """Move by `share` towards what is seen where it is the usual; note what is busy."""
        off = difference.blocks.astype(np.float32)
        kept = cv2.resize(1.0 - off, (WIDTH, HEIGHT), interpolation=cv2.INTER_NEAREST)
        self.picture += (now.plane - self.picture) * (share * np.asarray(kept, np.float32))
        self.busy += (off - self.busy) * share
        self.crisp += (now.crisp - self.crisp) * share

    def _flat_lost(self, now: Measures, kept: Blocks) -> Blocks:
        anchors = self._edged & kept
        gain = 1.0
        if int(anchors.sum()) >= ANCHORS:
            ratio = now.grey[anchors] / np.maximum(self.usual.grey[anchors], 1.0)
            gain = float(np.clip(np.median(ratio), 0.3, 3.0))
        away = np.abs(now.grey - gain * self.usual.grey) > SAME_GREY
        grown = (now.energy > EDGED * EDGED) & (now.energy > GROWN * self.usual.energy)
        return np.asarray(away | grown, np.bool_)

    def _share(self, lost: Blocks) -> float:
        return float((self._weight * lost).sum()) / self._total if self._total else 0.0

    def _detail(self, now: Measures) -> float:
        """Sharpness where the usual picture is detailed; of the whole picture where it is not."""
        if len(self._details) < DETAILS:
            return now.crisp / self.crisp if self.crisp > 0 else 1.0
        fine = float(np.abs(now.fine.ravel()[self._details]).mean()) / self._fine
        return fine / max(now.coarse / max(self.usual.coarse, 1.0), 0.05)


def _root(energy: F32, there: Blocks) -> float:
    return float(np.sqrt(energy[there].mean())) if there.any() else 0.0
