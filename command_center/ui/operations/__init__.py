"""Operations: the level of each place, plans, decisions and the order of battle."""
