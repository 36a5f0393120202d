"""The past of the room in the real window: seen, never touched."""
