"""Who guards which polling stations: stations in groups by pattern, and people from their homes to
the groups. Advice: a person adopts it or does not."""
