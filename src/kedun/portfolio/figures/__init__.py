"""The figures of the whole book: how fast it turns into money, how old, how concentrated, what it is likely to lose."""
