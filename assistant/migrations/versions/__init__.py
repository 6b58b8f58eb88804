"""One change of tables a file, as Alembic reads them, each after the one before."""
