"""Files that came with reports, as the detail panel shows them: pictures, plain text, or a name."""
