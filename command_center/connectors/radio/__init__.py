"""Radio, partners of the neighbourhoods and their night watch."""
