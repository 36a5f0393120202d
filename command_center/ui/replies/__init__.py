"""What reporters and the public are told, and who has heard it."""
