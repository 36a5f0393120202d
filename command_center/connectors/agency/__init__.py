"""Agencies that incidents are referred to: their answers, and their e-mail."""
