"""Hospitals on the screen: the board, and standby and casualties of an incident."""
