"""Known bugs are put into the bank, and scenarios played until one notices: `renewal prove`."""
