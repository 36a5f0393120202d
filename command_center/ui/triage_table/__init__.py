"""The room's table of points on screen: why something ranks as it does, and the editor."""
