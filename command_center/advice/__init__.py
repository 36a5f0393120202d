"""Suggests, never acts."""
