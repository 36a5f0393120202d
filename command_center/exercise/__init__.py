"""The exercise room: a simulated city on loopback that speaks the real protocols."""
