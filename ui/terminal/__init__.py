"""The command line; arabic-reshaper and python-bidi live here and nowhere else."""
