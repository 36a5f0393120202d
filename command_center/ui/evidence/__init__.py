"""What this seat sees of evidence: its words, its list, and which camera records now."""
