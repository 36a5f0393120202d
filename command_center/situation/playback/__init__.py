"""The past of a room, folded from its log again."""
