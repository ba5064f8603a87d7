"""The words of the field: frozen dataclasses and pure functions, on the standard library alone."""
