"""Street cameras of the exercise: scenes drawn by our own code, served as HLS and MJPEG."""
