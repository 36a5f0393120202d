"""What fetches from sources and hands commands to the write lane."""
