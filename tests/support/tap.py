# SPDX-License-Identifier: GPL-3.0-or-later
"""The least of TAP: test programs in Python print a plan and a line a test."""

import sys
import traceback


def run(tests):
    """Runs (name, function) pairs in order; one failing does not stop the others."""
    print(f'1..{len(tests)}', flush=True)
    failed = 0
    for number, (name, function) in enumerate(tests, 1):
        try:
            function()
            print(f'ok {number} {name}', flush=True)
        except Exception as error:  # pylint: disable=broad-except
            failed += 1
            for line in traceback.format_exc().splitlines():
                print(f'# {line}')
            print(f'not ok {number} {name} - {error}', flush=True)
    sys.exit(1 if failed else 0)
