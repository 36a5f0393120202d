"""The ways of orders to the units' own systems, as a page."""
