"""What the guided page does to this machine and to the room that begins on it."""
