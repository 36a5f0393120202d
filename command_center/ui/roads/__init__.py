"""The room's streets on screen: the map they come from, and what is closed of them."""
