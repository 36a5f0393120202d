"""The radio log, the partners of the neighbourhoods and what they did."""
