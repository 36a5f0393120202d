"""Systems of the city as the exercise simulates them, each on loopback."""
