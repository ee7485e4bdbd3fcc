"""What the graph is: elements, schema, store, writer and exchange formats. Imports none of ours."""
