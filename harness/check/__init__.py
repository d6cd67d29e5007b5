"""What is wrong with a feature is found before it runs: by `renewal check`, and by pytest's collection."""
