"""Market data: bars from Yahoo, series from FRED, the store that keeps them, exchange sessions, the sample."""
