"""Early detection: incidents that come closer together, in place and time, than chance explains."""
