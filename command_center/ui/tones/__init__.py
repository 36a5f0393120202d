"""What an alarm sounds like at this seat: tones of our own, when they ring and what is muted."""
