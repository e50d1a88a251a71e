"""Commands on inputs of one's own: found, and all verified at once."""
