"""What is done with a room's database as a whole: made, backed up, salvaged, sealed and proven."""
