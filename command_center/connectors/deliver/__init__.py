"""Sends what the room has to say: in order to each reach, again until it is heard."""
