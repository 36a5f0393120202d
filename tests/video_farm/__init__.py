"""Cameras for tests: RTSP, live HLS and MJPEG on loopback, with faults that can be switched."""

from tests.video_farm.clip import Clip, record
from tests.video_farm.farm import Farm
from tests.video_farm.fault import Fault, FaultKind

__all__ = ["Clip", "Farm", "Fault", "FaultKind", "record"]
