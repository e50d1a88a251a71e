"""A day that is being written: laid out, watched, rebuilt, judged."""
