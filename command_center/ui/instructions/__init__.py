"""Instructions, tasks of the room and notes of the shift lead."""
