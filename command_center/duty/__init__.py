"""What the room's clock asks for: pure functions of the situation and the time."""
