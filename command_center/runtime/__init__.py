"""What every process needs of its machine: paths, clock, settings, logging. No Qt."""
