"""Whom to send, who could be pulled, and what each costs the city."""
