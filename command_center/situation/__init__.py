"""What the room knows now: a pure fold of log entries. No Qt, no database."""
