"""What can go wrong with a camera of the farm."""

from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """The misbehaviours; each is applied by every protocol that can show it."""

    SILENT = "silent"  # accepts the connection, never answers
    STALL = "stall"  # stops sending, keeps the connection
    KILL = "kill"  # resets the connection
    GARBAGE = "garbage"  # random bytes where the picture should be
    FROZEN = "frozen"  # sends the same picture for ever
    NOT_FOUND = "not_found"
    UNAUTHORISED = "unauthorised"
    FORBIDDEN = "forbidden"
    UNAVAILABLE = "unavailable"  # 503 and when to come back
    HTML = "html"  # a web page where a picture should be
    REDIRECT = "redirect"  # 302 to `location`
    SLOW = "slow"  # HLS: a segment takes 6 s
    SEGMENT_MISSING = "segment_missing"  # HLS: every third segment is a 404
    PLAYLIST_CUT = "playlist_cut"  # HLS: the playlist breaks off
    PLAYLIST_EMPTY = "playlist_empty"  # HLS: no segment yet
    PLAYLIST_FROZEN = "playlist_frozen"  # HLS: the playlist stops growing
    DISCONTINUITY = "discontinuity"  # HLS: the time stamps begin anew every third segment
    FOREIGN_SEGMENT = "foreign_segment"  # HLS: the playlist names `location` as its segment
    FOREIGN_MAP = "foreign_map"  # fMP4: the playlist names `location` as its map
    FOREIGN_VARIANT = "foreign_variant"  # master: names `location` as its variant


@dataclass(frozen=True)
class Fault:
    """A misbehaviour that begins `after_s` seconds into a connection."""

    kind: FaultKind
    after_s: float = 0.0
    location: str = ""
