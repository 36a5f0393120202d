"""The situation map: where incidents, units and cameras are, on the city's own outlines."""
