"""The room's book of procedures: what is to be done for a kind of incident, and its steps."""
