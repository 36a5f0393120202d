"""The push side of contract v1: sources post signed records, answered once they are stored."""
