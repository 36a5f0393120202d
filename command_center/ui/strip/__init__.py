"""The figures at the foot of the window."""
