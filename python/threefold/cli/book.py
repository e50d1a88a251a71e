"""Commands to read solutions: as a site, and in the terminal."""
