"""How this machine is set up, in the words of the screen, and the file for whoever helps."""
