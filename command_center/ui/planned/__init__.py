"""Incidents that are planned: what comes when, and a form to enter another."""
