"""Facts become one reading per customer and indicator."""
