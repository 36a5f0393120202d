"""Settings of this machine, of the room and of a person, on one page."""
