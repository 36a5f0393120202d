"""Cameras that can be moved, by ONVIF. No call waits for a camera."""
