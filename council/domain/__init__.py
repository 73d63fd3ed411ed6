"""Plain rules of a council: values and pure functions; no database, no Qt."""
