"""The statements by what they are about, one module a subject."""
