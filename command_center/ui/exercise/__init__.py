"""What only an exercise shows: the first steps and the plugs."""
