"""Nobody signed in, or the seat locked: a strip to come in by, over nothing that is read."""
