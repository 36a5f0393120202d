"""The change of shift as a panel: what is handed over, and the book of the shift."""
