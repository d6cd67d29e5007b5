"""Where a person opens a world as one of the people, and finds what they hold and what they may arrange."""
