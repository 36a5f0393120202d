"""What the room writes to others: of an incident, of the situation, of a shift, a day, a month."""
