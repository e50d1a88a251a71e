"""Commands for a new day: written, and watched while it is solved."""
