"""The video engine in a process of its own, and the window's end of it."""
