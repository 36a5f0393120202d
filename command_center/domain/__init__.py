"""What the room talks about: plain values and the rules between them. Standard library only."""
