"""One file for whoever helps from afar: how this machine is, and nothing of the room's work."""
