#!/bin/sh
# Provokes RecursionError: a function without an end, a repr of itself, __getattr__, deep JSON, a log line.
# Needs: python3
# Takes: PYTHON, another interpreter.
# Run with: Python 2.7.18, 3.7.16, 3.11.2 and 3.13.0 on Debian 12.
set -eu

python=${PYTHON:-python3}
dir=$(mktemp -d)

finish() {
  rm -r "$dir"
}
trap finish EXIT
cd "$dir"

printf '%s\n' 'def walk(node):' '    return walk(node)' 'walk(1)' >plain.py
printf '%s\n' 'class Node:' '    def __repr__(self):' '        return "Node(%r)" % self' 'print(Node())' >show.py
printf '%s\n' 'class Proxy:' '    def __getattr__(self, name):' '        return getattr(self.target, name)' 'Proxy().name' >proxy.py
printf '%s\n' 'import json' 'json.loads("[" * 200000)' >deep.py
cat >log.py <<'PY'
import logging
logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
def walk(node):
    return walk(node)
try:
    walk(1)
except RuntimeError as error:
    logging.error("export failed: %r", error)
PY
for script in plain show proxy deep log; do
  "$python" "$script.py" 2>&1 || true
done
