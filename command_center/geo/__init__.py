"""Places: distances, boundaries, the gazetteer, city packs, road graphs and their import."""
