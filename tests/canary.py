"""The password that tests type, wherever it does not matter which one: no file may ever hold it.

After a run, ``scripts/check_secrets.py`` searches all that the tests left behind for it. It has characters
that look different in UTF-16, in Base64, in XML and in an address.
"""

CANARY = "Kanari&nvogel-ß7391"
