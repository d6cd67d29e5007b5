"""Page objects: one class for each screen of the bank. They know the screen's words and nothing of tests."""
