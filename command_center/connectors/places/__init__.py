"""Lists of places, polling stations and judgements, as people keep them in sheets."""
