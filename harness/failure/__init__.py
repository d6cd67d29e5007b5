"""One failure is told like a bug report, with the evidence that it leaves."""
