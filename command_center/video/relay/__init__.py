"""One machine of the room pulls each camera once; the others read from it."""
