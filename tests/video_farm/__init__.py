"""Cameras for tests and benches: RTSP, live HLS, MJPEG, FLV and single pictures on loopback,
with faults that can be switched. `python -m tests.video_farm --help` runs one by itself."""

from tests.video_farm.clip import Clip, like_camera, record
from tests.video_farm.farm import Farm, closed_port, dead_port
from tests.video_farm.fault import Fault, FaultKind
from tests.video_farm.process import FarmProcess

__all__ = [
    "Clip",
    "Farm",
    "FarmProcess",
    "Fault",
    "FaultKind",
    "closed_port",
    "dead_port",
    "like_camera",
    "record",
]
