"""Figures for a briefing: one drawing model, several layouts, several writers."""
