"""What ``http.py`` is made of: connections that can be watched, timed, cancelled and explained."""
