"""Encodes the newest picture of a camera, at its full resolution."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import av
import numpy as np
from av.packet import Packet
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from command_center.video.decode import Recipe
from command_center.video.masks import Mask, blacken
from command_center.video.model import Snapshot


@dataclass(frozen=True)
class Newest:
    """The last shown picture. `since_key`: it was decoded without the loop filter, these are
    the packets to decode it again from."""

    picture: VideoFrame
    taken_s: float
    recipe: Recipe
    since_key: tuple["Packet[VideoStream]", ...] = ()


def encode_png(newest: Newest, masks: Sequence[Mask] = ()) -> Snapshot:
    """PNG with its SHA-256; takes tens of milliseconds and more, so worker threads only."""
    picture = _filtered(newest)
    pixels = np.asarray(picture.to_ndarray(format="rgb24"), np.uint8)
    blacken(pixels, masks)
    frame = VideoFrame.from_ndarray(pixels, format="rgb24")
    frame.pts = 0
    context = av.CodecContext.create("png", "w")
    assert isinstance(context, VideoCodecContext)
    context.width, context.height = frame.width, frame.height
    context.pix_fmt = "rgb24"
    context.time_base = Fraction(1, 1)
    context.thread_count = 1
    png = b"".join(bytes(packet) for packet in [*context.encode(frame), *context.encode(None)])
    digest = hashlib.sha256(png).hexdigest()
    return Snapshot(png, newest.taken_s, frame.width, frame.height, digest)


def _filtered(newest: Newest) -> VideoFrame:
    picture = newest.picture
    if newest.since_key:
        decoder = newest.recipe.decoder()
        for packet in newest.since_key:
            for again in decoder.decode(packet):
                if again.pts == newest.picture.pts:
                    picture = again
    return picture
