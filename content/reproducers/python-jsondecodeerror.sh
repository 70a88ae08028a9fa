#!/bin/sh
# Provokes the messages of JSONDecodeError: empty, HTML, a trailing comma, single quotes, two documents, a log line;
# with simplejson and orjson too if the interpreter has them.
# Needs: python3
# Takes: PYTHON, another interpreter.
# Run with: Python 2.7.18, 3.7.16, 3.11.2 and 3.13.0, simplejson 3.20.2 on Debian 12.
set -eu

python=${PYTHON:-python3}
dir=$(mktemp -d)

finish() {
  rm -r "$dir"
}
trap finish EXIT
cd "$dir"

: >empty.json
echo '<html><body>502 Bad Gateway</body></html>' >page.json
printf '{\n  "port": 8000,\n  "debug": true,\n}\n' >comma.json
echo "{'port': 8000}" >single.json
printf '{"id": 1}\n{"id": 2}\n' >two.json
cat >read.py <<'PY'
import importlib, sys
importlib.import_module(sys.argv[1]).loads(open(sys.argv[2]).read())
PY
cat >log.py <<'PY'
import json, logging
logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
try:
    json.loads("")
except ValueError as error:
    logging.error("bad answer: %s", error)
    logging.error("bad answer: %r", error)
PY
for file in empty page comma single two; do
  "$python" read.py json "$file.json" 2>&1 || true
done
for module in simplejson orjson; do
  if "$python" -c "import $module" 2>/dev/null; then "$python" read.py "$module" empty.json 2>&1 || true; fi
done
"$python" log.py 2>&1
