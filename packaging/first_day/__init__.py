"""The handbook's chapter of the first day, done by hand in the packaged program."""
