"""What goes into an installed version on Windows, and how it is put together on any machine."""
