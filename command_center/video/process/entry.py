"""Where the engine's process begins; the window imports this, and with it nothing of the engine."""

from __future__ import annotations

from multiprocessing.connection import Connection


def main(pipe: Connection, parent: int, crash_file: str) -> None:
    """Entry of the process."""
    from command_center.video.process.child import serve  # noqa: PLC0415 - see above

    serve(pipe, parent, crash_file)
