"""What it costs to send a unit elsewhere, painted before it is done."""
