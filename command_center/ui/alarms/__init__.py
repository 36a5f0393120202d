"""Alarms that wait for a person, and the log of those that were."""
