"""What a relay and its readers say to each other: GET /CAMERA[.main].ts with the token as password
of Basic. What comes is MPEG-TS, or multipart of JPEGs where the camera sends those."""

MAIN = ".main"
SUFFIX = ".ts"
SEGMENT_HEADER = "X-Segment-Seconds"  # how much of the camera came at once
REASON_HEADER = "X-Camera-Reason"  # with 502: the `Reason` why there is no picture
