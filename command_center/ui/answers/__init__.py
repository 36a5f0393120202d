"""Orders that wait for an answer, answered several at once."""
