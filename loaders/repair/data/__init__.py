"""What is known of words and characters, as data; README.md tells where it comes from."""
