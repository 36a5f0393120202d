"""Who works in the room: for its administrator."""
