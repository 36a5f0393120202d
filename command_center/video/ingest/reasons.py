"""Turns what the libraries raise into a `Reason`; their texts hold addresses and are dropped."""

import av.error

from command_center.video.model import Reason, StreamError

# The first class that fits counts, so the narrow ones stand before the wide ones.
REASONS: tuple[tuple[type[Exception], Reason], ...] = (
    (av.error.HTTPUnauthorizedError, Reason.UNAUTHORISED),
    (av.error.HTTPForbiddenError, Reason.FORBIDDEN),
    (av.error.HTTPNotFoundError, Reason.NOT_FOUND),
    (av.error.HTTPError, Reason.SERVER_ERROR),
    (av.error.HTTPClientError, Reason.SERVER_ERROR),
    (av.error.ExitError, Reason.STALLED),  # what an exceeded timeout raises
    (TimeoutError, Reason.STALLED),
    (ConnectionRefusedError, Reason.REFUSED),
    (EOFError, Reason.ENDED),
    (ConnectionError, Reason.ENDED),
    (av.error.InvalidDataError, Reason.GARBAGE),
    (av.error.LookupError, Reason.UNSUPPORTED),
    (av.error.PatchWelcomeError, Reason.UNSUPPORTED),
    (OSError, Reason.UNREACHABLE),
    (av.error.FFmpegError, Reason.GARBAGE),
)


def reason_of(error: Exception, opening: bool) -> Reason:
    """The reason behind an error of the demuxer or decoder; INTERNAL when it is a bug of ours."""
    if isinstance(error, StreamError):
        return error.reason
    reason = next((reason for kind, reason in REASONS if isinstance(error, kind)), Reason.INTERNAL)
    return Reason.TIMEOUT if opening and reason is Reason.STALLED else reason
