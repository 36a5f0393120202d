"""The clocks of the room over any time: percentiles, what was left out, and what took longest."""
