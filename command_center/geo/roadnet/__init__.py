"""The streets of the room's own city as a graph: read from a file, stored, asked for seconds."""
