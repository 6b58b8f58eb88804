"""The tables as version 0.2.0 made them. What came since are tables of their own, which are made where they lack."""

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Nothing: this is where it begins."""
