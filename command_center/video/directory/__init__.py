"""Directories of cameras that others keep: asked politely, read by a mapping, compared."""
