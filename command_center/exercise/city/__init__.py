"""The simulated city: sources that report and units that answer, in a process of its own."""
