#!/bin/sh
# Provokes UnicodeDecodeError and UnicodeEncodeError: a Latin-1 file, a UTF-16 file, the locale C, cp1252, a log, a print.
# Needs: python3 (3.7 or newer)
# Takes: PYTHON, another interpreter.
# Run with: Python 3.7.16, 3.11.2 and 3.13.0 on Debian 12; the bytes alone with 2.7.18.
set -eu

python=${PYTHON:-python3}
dir=$(mktemp -d)

finish() {
  rm -r "$dir"
}
trap finish EXIT
cd "$dir"

printf 'name;city\nMaja;M\374nchen\n' >latin.csv
printf '\377\376n\000a\000' >utf16.csv
printf 'Z\303\274rich \302\201\n' >utf8.txt
cat >log.py <<'PY'
import logging
logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
try:
    open("latin.csv", encoding="utf-8").read()
except ValueError as error:
    logging.error("import failed: %s", error)
    logging.error("import failed: %r", error)
PY
"$python" -c 'open("latin.csv", encoding="utf-8").read()' 2>&1 || true
"$python" -c 'open("utf16.csv", encoding="utf-8").read()' 2>&1 || true
"$python" -c 'open("utf8.txt", encoding="cp1252").read()' 2>&1 || true
LC_ALL=C PYTHONCOERCECLOCALE=0 PYTHONUTF8=0 "$python" -c 'open("utf8.txt").read()' 2>&1 || true
PYTHONIOENCODING=ascii "$python" -c 'print("\u00fc")' 2>&1 || true
"$python" log.py 2>&1
