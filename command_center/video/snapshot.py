"""Encodes the newest picture of a camera, at its full resolution."""

import hashlib
from fractions import Fraction

import av
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame

from command_center.video.model import Snapshot


def encode_png(picture: VideoFrame, captured_s: float) -> Snapshot:
    """PNG of `picture` with its SHA-256; takes tens of milliseconds, so worker threads only."""
    frame = picture.reformat(format="rgb24")
    frame.pts = 0
    context = av.CodecContext.create("png", "w")
    assert isinstance(context, VideoCodecContext)
    context.width, context.height = frame.width, frame.height
    context.pix_fmt = "rgb24"
    context.time_base = Fraction(1, 1)
    context.thread_count = 1
    png = b"".join(bytes(packet) for packet in [*context.encode(frame), *context.encode(None)])
    digest = hashlib.sha256(png).hexdigest()
    return Snapshot(png, captured_s, frame.width, frame.height, digest)
