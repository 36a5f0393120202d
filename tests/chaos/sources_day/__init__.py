"""A day in the exercise room on which every system of the city dies once and comes back."""
