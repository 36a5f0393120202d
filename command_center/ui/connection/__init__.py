"""How the database is reached, and how old what the window shows is."""
