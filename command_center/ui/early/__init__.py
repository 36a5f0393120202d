"""Early warnings: what stands, why, and what a person makes of it."""
