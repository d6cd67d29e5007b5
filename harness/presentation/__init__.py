"""What a presentation shows beside the bank's own pages, and to whom."""
