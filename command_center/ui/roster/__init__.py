"""The roster and the roll-call as a panel."""
