"""The queue of incidents: what there is to do, in the order to do it."""
