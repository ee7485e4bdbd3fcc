"""What the explorer's pages are made of.

Pure: wording, captions, index, view, lanes, beside, desk, picture, passages, wrapping.
On the page, with Streamlit: session, canvas, panel, tables, answers.
"""
