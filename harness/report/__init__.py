"""What a run found is told to people and programs."""
