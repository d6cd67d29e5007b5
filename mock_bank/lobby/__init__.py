"""Where a person opens a world as one of the people, and finds what that person holds in their hands."""
