"""The line that finds things and runs commands."""
