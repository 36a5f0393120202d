"""The room's run cards on screen: read by everybody, edited by who leads a shift."""
