"""Everything that ever happened in the room, found by words."""
