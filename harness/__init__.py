"""The pytest plugin and the command line: a browser driven through the features, the guide reported on."""
