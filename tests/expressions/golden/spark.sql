-- overdue: a > 0 AND t <> 'paid' AND NOT f
`a` > 0 AND `t` <> 'paid' AND NOT `f`;
-- window: a IS NOT NULL AND a < 365 OR b IS NULL
(NOT `a` IS NULL AND `a` < 365) OR `b` IS NULL;
-- whole_arithmetic: -a * 2 + (small - 1) * b
((-CAST(`a` AS BIGINT)) * CAST(2 AS BIGINT)) + ((CAST(`small` AS BIGINT) - CAST(1 AS BIGINT)) * CAST(`b` AS BIGINT));
-- score: quotient(200 * a + b, 2 * b)
((CAST(200 AS BIGINT) * CAST(`a` AS BIGINT)) + CAST(`b` AS BIGINT)) DIV NULLIF(CAST(2 AS BIGINT) * CAST(`b` AS BIGINT), 0);
-- decimal_comparison: a + b >= 1.5
CAST(CAST(`a` AS BIGINT) + CAST(`b` AS BIGINT) AS DOUBLE) >= CAST(1.5 AS DOUBLE);
-- edges: a IN (9223372036854775807, -9223372036854775808, -1)
`a` IN (CAST(9223372036854775807 AS BIGINT), CAST(-9223372036854775808 AS BIGINT), -1);
-- membership: t IN ('x', 'it''s', '50%', '\', '客户') AND a NOT IN (1, -2)
`t` IN ('x', 'it\'s', '50%', '\\', '客户') AND NOT `a` IN (1, -2);
-- case: CASE WHEN a > 90 THEN 'late' WHEN a IS NULL THEN NULL ELSE t END
CASE WHEN `a` > 90 THEN 'late' WHEN `a` IS NULL THEN NULL ELSE `t` END;
-- ratio: ratio(a, b)
(CAST(`a` AS DOUBLE) / NULLIF(CAST(`b` AS DOUBLE), 0)) + CAST(0.0 AS DOUBLE);
-- ratio_of_sums: ratio(a - b, a + b) * 100
(((CAST(`a` AS DOUBLE) - CAST(`b` AS DOUBLE)) / NULLIF(CAST(`a` AS DOUBLE) + CAST(`b` AS DOUBLE), 0)) * CAST(100 AS DOUBLE)) + CAST(0.0 AS DOUBLE);
-- extremes: least(a, r, 100) - greatest(r, s)
(CASE WHEN NOT CAST(`a` AS DOUBLE) IS NULL AND NOT `r` IS NULL THEN LEAST(CAST(`a` AS DOUBLE), `r`, CAST(100 AS DOUBLE)) END - CASE WHEN NOT `r` IS NULL AND NOT `s` IS NULL THEN GREATEST(`r`, `s`) END) + CAST(0.0 AS DOUBLE);
-- clamp: clamp(ratio(a, b), 0, 1.25)
CASE WHEN NOT (CAST(`a` AS DOUBLE) / NULLIF(CAST(`b` AS DOUBLE), 0)) IS NULL THEN LEAST(GREATEST(CAST(`a` AS DOUBLE) / NULLIF(CAST(`b` AS DOUBLE), 0), CAST(0 AS DOUBLE)), CAST(1.25 AS DOUBLE)) END + CAST(0.0 AS DOUBLE);
-- three_valued: (f OR g) AND NOT (r > 0.5) AND (a = 1) IS NOT NULL
(`f` OR `g`) AND NOT (`r` > CAST(0.5 AS DOUBLE)) AND NOT (CAST(`a` AS DOUBLE) = CAST(1 AS DOUBLE)) IS NULL;
-- bins: CASE WHEN r <= 1 THEN 100 WHEN r <= 5 THEN 85.5 ELSE 15 END
CASE WHEN `r` <= CAST(1 AS DOUBLE) THEN CAST(100 AS DOUBLE) WHEN `r` <= CAST(5 AS DOUBLE) THEN CAST(85.5 AS DOUBLE) ELSE CAST(15 AS DOUBLE) END + CAST(0.0 AS DOUBLE);
-- bare_name: a
`a`;
-- truth: f = TRUE OR FALSE
`f` = TRUE OR FALSE;
