#!/bin/sh
# Provokes "cannot import name": a name that moved, a circular import, a folder without __init__.py, a file that hides a
# module of the standard library, and a log line.
# Needs: python3
# Takes: PYTHON, another interpreter.
# Run with: Python 2.7.18, 3.6.15, 3.11.2 and 3.13.0 on Debian 12.
set -eu

python=${PYTHON:-python3}
dir=$(mktemp -d)

finish() {
  rm -r "$dir"
}
trap finish EXIT
cd "$dir"

mkdir shop config hide
: >shop/__init__.py
echo 'from collections import Mapping' >moved.py
echo 'from config import settings' >folder.py
echo 'import shop.models' >circle.py
printf '%s\n' 'from shop.orders import Order' 'class User: pass' >shop/models.py
printf '%s\n' 'from shop.models import User' 'class Order: pass' >shop/orders.py
echo 'class T: pass' >hide/token.py
echo 'from token import nothing' >hide/hidden.py
cat >log.py <<'PY'
import logging
logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
try:
    import shop.models
except ImportError as error:
    logging.error("cannot load plugin: %s", error)
PY

for script in moved.py folder.py circle.py hide/hidden.py log.py; do
  "$python" "$script" 2>&1 || true
done
