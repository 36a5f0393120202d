"""The database: rows and the log in one transaction, over SQLite and PostgreSQL."""
