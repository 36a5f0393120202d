"""Live pictures: one owner thread a camera, newest frame in a slot, honest about its age. No Qt."""
