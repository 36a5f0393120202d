"""An election: its calendar, who guards its polling stations, its day and its ballots."""
