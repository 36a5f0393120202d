"""Work that is only kept at this workstation, and the paper for when nothing works."""
