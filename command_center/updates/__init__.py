"""Signed updates: looked for, staged beside the running version, taken up at the next start."""
