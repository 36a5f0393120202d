"""Pusat Komando: the desktop command centre of a city police operations room."""

__version__ = "0.1.0"
