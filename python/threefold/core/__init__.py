"""What all else stands on: the contract, puzzles, languages, solving, answers, tables."""
