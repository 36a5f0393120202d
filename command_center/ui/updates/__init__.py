"""Which version of the program is where, and the one that comes next."""
