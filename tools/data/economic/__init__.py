"""Economic series: what FRED serves of them, and when it is asked again."""
