"""Paper: what the room knows, for eyes that have no window."""
