"""What alerts of record came to: right or false, in money, minutes and days ahead, rule by rule."""
