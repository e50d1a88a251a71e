"""Commands that speak with the site, all of it through aocd."""
