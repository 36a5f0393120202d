"""How sources, cameras and the database are."""
