"""The ask box: which question is meant, without a model."""
