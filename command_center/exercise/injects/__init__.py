"""What an exercise puts into the room: when, on which condition, and what should come of it."""
