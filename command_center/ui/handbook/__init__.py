"""The handbook in the window and on paper."""
