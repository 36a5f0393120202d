"""Rivers and canals of a city out of a map file, and the one file they are kept in."""
