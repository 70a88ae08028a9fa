#!/bin/sh
# Provokes MemoryError in Python: one block that is too large, a list that grows against a limit on the address space,
# a thread, a logged repr, source code nested too deeply; an array and IPython's traceback too if they are installed.
# Needs: python3 (3.6 or newer, on Linux)
# Takes: PYTHON, another interpreter.
# Run with: Python 3.11.2 (Debian package python3), 2.7.18, 3.6.15, 3.8.18, 3.9.18, 3.10.13, 3.11.7, 3.12.1 and 3.13.0;
#           from PyPI numpy 2.4.6, 1.26.4, 1.18.5, 1.17.0 and 1.15.4, IPython 9.18.1, pyarrow 26.0.1, on Debian 12.
set -eu

python=${PYTHON:-python3}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/block.py" <<'PY'
rows = [0] * 10**13
PY
cat >"$dir/grow.py" <<'PY'
import resource

resource.setrlimit(resource.RLIMIT_AS, (10**9, 10**9))
rows = []
while True:
    rows.append("x" * 1000000)
PY
cat >"$dir/thread.py" <<'PY'
import threading

def work():
    return bytearray(10**13)

thread = threading.Thread(target=work)
thread.start()
thread.join()
PY
cat >"$dir/log.py" <<'PY'
import logging

try:
    bytearray(10**13)
except MemoryError as error:
    logging.error("import failed: %r", error)
PY
cat >"$dir/deep.py" <<'PY'
compile("-" * 200000 + "1", "generated.py", "exec")
PY
cat >"$dir/matrix.py" <<'PY'
import numpy
numpy.zeros((2000000, 2000000))
PY
cat >"$dir/buffer.py" <<'PY'
import pyarrow
pyarrow.allocate_buffer(10**15)
PY

has() { "$python" -c "import $1" 2>/dev/null; }

for way in block grow thread log deep; do
  timeout 60 "$python" "$dir/$way.py" 2>&1 || true
  echo
done
if has numpy; then timeout 60 "$python" "$dir/matrix.py" 2>&1 || true; fi
if has pyarrow; then timeout 60 "$python" "$dir/buffer.py" 2>&1 || true; fi
if has IPython; then timeout 60 "$python" -m IPython --colors=NoColor "$dir/block.py" 2>&1 || true; fi
