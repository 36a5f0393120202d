"""Whom to send, worked out of a copy of the room on any thread."""
