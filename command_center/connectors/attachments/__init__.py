"""Files that came with reports: fetched in the background, told by their content, never run."""
