"""What the gateway says instead of an outcome."""

from __future__ import annotations


class Refusal(Exception):
    """The request as a whole is not taken: nothing of it is stored. `status` of HTTP, `code` names
    the reason, `wait_s` when it makes sense to try again (None: as it is, never)."""

    def __init__(self, status: int, code: str, detail: str = "", wait_s: int | None = None) -> None:
        super().__init__(status, code)
        self.status = status
        self.code = code
        self.detail = detail
        self.wait_s = wait_s
