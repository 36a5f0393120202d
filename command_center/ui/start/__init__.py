"""What an empty room needs first."""
