"""Whether this machine and its room are set up as they should be, and what to do where not."""
