"""Records of contract v1 served over HTTP on loopback: replayed files and simulated sources."""
