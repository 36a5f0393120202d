"""Incidents handed to another agency: the card, its form, the list and the letter."""
