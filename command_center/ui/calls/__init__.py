"""Calls of 110 on the screen: the ringing band, and the panel of calls."""
