"""Places and how vulnerable they are: lists, judgements, dialogue, notes of friction, files."""
