"""The detector's model file; apart, so that the window can check it without the video libraries."""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path

from command_center.domain.errors import OperatorError

MOST_BYTES = 500_000_000


def read_model(model: Path, sha256: str) -> bytes:
    """The model's file, if it is the one that was set.

    Raises:
        OperatorError: detector_missing, detector_changed, detector_unusable (too large).
    """
    try:
        if model.stat().st_size > MOST_BYTES:
            raise OperatorError("detector_unusable")
        data = model.read_bytes()
    except OSError as error:
        raise OperatorError("detector_missing") from error
    if not hmac.compare_digest(hashlib.sha256(data).hexdigest(), sha256.strip().lower()):
        raise OperatorError("detector_changed")
    return data
