"""What the explorer's pages are made of: pure modules that know nothing of Streamlit, but one."""
