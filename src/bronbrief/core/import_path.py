"""Where processes that we start look for modules: not in the current folder, which a stranger may fill."""

import os


def keep_current_folder_off_path() -> None:
    """Have every Python process that this one starts leave its current folder off `sys.path`.

    Processes of `multiprocessing` are started with `-c`, which would put it first (python/cpython#157916).
    """
    os.environ["PYTHONSAFEPATH"] = "1"
