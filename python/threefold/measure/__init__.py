"""What solutions cost: measured, compared, drawn."""
