"""The command line. It alone uses arabic-reshaper and python-bidi."""
