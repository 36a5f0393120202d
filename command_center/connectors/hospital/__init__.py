"""Hospitals: EDXL-HAVE 1.0 by pull, contract v1 by push, and tables."""
