#!/bin/sh
# Provokes "No module named": a package that is not installed, an own module, a log line, python -m in three ways.
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

mkdir shop
: >shop/__init__.py
echo 'import flask_cors_missing' >plain.py
echo 'from shop.settings.production import DATABASES' >own.py
cat >log.py <<'PY'
import importlib, logging
logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
try:
    importlib.import_module("celery_app_missing")
except ImportError as error:
    logging.error("cannot load plugin: %r", error)
    logging.error("cannot load plugin: %s", error)
PY

for script in plain.py own.py log.py; do
  "$python" "$script" 2>&1 || true
done
for module in flask_missing shop nothere.wsgi; do
  "$python" -m "$module" 2>&1 || true
done
