#!/bin/sh
# Provokes the errors about None: attribute, index, loop, unpacking, calculation, path, a log line.
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

for code in \
  'import re; re.match(r"v(\d+)", "release-7").group(1)' \
  'row = None; row["id"]' \
  'items = None; [i for i in items]' \
  'a, b = (lambda: None)()' \
  'cache = None; cache["k"] = 1' \
  'rows = None; len(rows)' \
  'total = None; total + 1' \
  'import os; os.path.join(None, "a")' \
  'lock = None
with lock: pass'; do
  echo "$code" >app.py
  "$python" app.py 2>&1 || true
done
cat >log.py <<'PY'
import logging
logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
try:
    None.cursor()
except AttributeError as error:
    logging.error("job failed: %r", error)
    logging.error("job failed: %s", error)
PY
"$python" log.py 2>&1
