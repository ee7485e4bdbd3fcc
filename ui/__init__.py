"""Where people enter: terminal and browser; the only place that prints."""
