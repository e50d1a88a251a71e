"""One puzzle, three languages: solved, checked and timed by one harness."""
