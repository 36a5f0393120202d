"""Eyes that suggest: what has become of a camera's picture. A person decides what it means."""
