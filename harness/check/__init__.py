"""What is wrong with features, found before anything runs: by `renewal check`, and by pytest's collection."""
