"""A camera that can be moved, on loopback: ONVIF answers of our own, and their faults."""
