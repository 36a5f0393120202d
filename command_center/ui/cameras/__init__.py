"""Every camera of the room as a list, and the directories they come from."""
