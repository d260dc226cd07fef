# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lints share: walking the tree, reading its files, saying what was found.

A check is a function that takes the tree and yields findings, each "file:line: what".
Findings go to standard error, where `meson test --print-errorlogs` shows them;
standard output is TAP.
"""

import os
import sys

SKIPPED_FOLDERS = {'.git', '__pycache__', '.cache', '.flatpak-builder'}
LARGEST_TEXT = 2_000_000


class Tree:
    """The files of a source tree, without what building leaves in it."""

    def __init__(self, root):
        self.root = os.path.abspath(root)
        self.paths = sorted(self._walk())
        self._lines = {}

    def _walk(self):
        for folder, folders, files in os.walk(self.root):
            folders[:] = [name for name in folders
                          if name not in SKIPPED_FOLDERS and not name.startswith('_build')
                          and not os.path.exists(os.path.join(folder, name, 'build.ninja'))]
            # In a work tree .git is a file that says where the repository is.
            for name in set(files) - SKIPPED_FOLDERS:
                yield os.path.relpath(os.path.join(folder, name), self.root)

    def has(self, path):
        return os.path.exists(os.path.join(self.root, path))

    def under(self, folder, *suffixes):
        """The paths below a folder (or '' for all) that end in one of the suffixes."""
        start = folder + '/' if folder else ''
        return [path for path in self.paths if path.startswith(start) and path.endswith(suffixes or '')]

    def lines(self, path):
        """The lines of a text file; none where it is not text."""
        if path not in self._lines:
            self._lines[path] = self._read(path).split('\n')
        return self._lines[path]

    def text(self, path):
        return '\n'.join(self.lines(path))

    def _read(self, path):
        full = os.path.join(self.root, path)
        if not os.path.isfile(full) or os.path.getsize(full) > LARGEST_TEXT:
            return ''
        with open(full, 'rb') as file:
            data = file.read()
        try:
            return '' if b'\0' in data else data.decode('utf-8')
        except UnicodeDecodeError:
            return ''


def search(tree, paths, pattern, what):
    """A finding for every line of the files that matches."""
    for path in paths:
        for number, line in enumerate(tree.lines(path), 1):
            if pattern.search(line):
                yield f'{path}:{number}: {what}'


def run(checks):
    """Runs (name, iterable of findings) pairs as TAP and exits."""
    print(f'1..{len(checks)}')
    failed = False
    for number, (name, findings) in enumerate(checks, 1):
        findings = list(findings)
        for finding in findings:
            print(finding, file=sys.stderr)
        print(f'{"not ok" if findings else "ok"} {number} {name}')
        failed = failed or bool(findings)
    sys.exit(1 if failed else 0)
