"""A live room made by the packaged program, and what is left of it after an upgrade."""
