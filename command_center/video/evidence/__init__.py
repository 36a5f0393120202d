"""Clips and pictures that can be shown to be what the camera sent."""
