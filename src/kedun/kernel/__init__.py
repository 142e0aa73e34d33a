"""What every stage shares and that holds no tables: days, money, clock, refusals, words, progress, hashing."""
