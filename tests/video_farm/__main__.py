"""Run a farm by itself until its standard input closes (Ctrl-D) or --life has passed.

    python -m tests.video_farm --clip 720 --clip 360 [--clip 720h265 ...] [--segment 2]

Prints one line of JSON: the address of each protocol with {name} to fill in, `began_s`
(time.monotonic() of picture 0), `fps` and `pictures` (then a clip begins anew). A camera's name
is CLIP~K, as in rtsp://127.0.0.1:PORT/720~5: camera 5 is 35 pictures ahead of camera 0, so
that key pictures do not coincide. Clips are those of `clip.LIKE_CAMERAS`: 25 fps, GOP 2 s, and
in the top left a barcode of the picture's number (`barcode.read` reads it from a tile), so

    latency_s = now - (began_s + (number - 7 * K) / fps)     modulo pictures / fps

`?fault=KIND&after=S` makes a camera misbehave from then on, with the kinds of `FaultKind`. The
first run draws the clips (about a minute for 720); they are kept in the temporary folder.
"""

import argparse
import json
import sys
import threading

from tests.video_farm.clip import LIKE_CAMERAS, like_camera
from tests.video_farm.farm import LEAVES, Farm


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--clip", action="append", choices=sorted(LIKE_CAMERAS), default=None)
    parser.add_argument("--segment", type=int, default=2, help="seconds of an HLS segment")
    parser.add_argument("--life", type=float, default=None, help="seconds; else until Ctrl-D")
    asked = parser.parse_args()
    clips = {kind: like_camera(kind) for kind in asked.clip or ["720"]}
    first = next(iter(clips.values()))
    with Farm(first, asked.segment, clips) as farm:
        urls = {protocol: farm.url(protocol, "{name}") for protocol in ("rtsp", *LEAVES)}
        said = {
            "urls": urls,
            "began_s": farm.began,
            "fps": first.fps,
            "pictures": len(first.units),
        }
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()
        if asked.life is None:
            sys.stdin.read()
        else:
            threading.Event().wait(asked.life)


if __name__ == "__main__":
    main()
