"""One handler per verb. A handler reads and changes rows through its unit of work, nothing else."""
