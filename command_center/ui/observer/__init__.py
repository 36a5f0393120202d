"""The observers' wall: seen from across a room, and not to be touched."""
