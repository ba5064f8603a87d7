"""Shared by windows and dialogs."""
