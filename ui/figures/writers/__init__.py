"""A drawing as a file: one module a family of formats, each a pure function to bytes."""
