#!/bin/sh
# Provokes the KeyError of os.environ, in a traceback and in a log; with environs, python-decouple and django-environ too
# if the interpreter has them.
# Needs: python3
# Takes: PYTHON, another interpreter.
# Run with: Python 2.7.18, 3.7.16, 3.11.2 and 3.13.0; django-environ 0.14.0, environs 15.2.0, python-decouple 3.8 on Debian 12.
set -eu

python=${PYTHON:-python3}
dir=$(mktemp -d)

finish() {
  rm -r "$dir"
}
trap finish EXIT
cd "$dir"
unset DATABASE_URL REDIS_URL SECRET_KEY || true

printf '%s\n' 'import os' 'DATABASE_URL = os.environ["DATABASE_URL"]' >settings.py
cat >log.py <<'PY'
import logging, os
logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
try:
    os.environ["REDIS_URL"]
except KeyError as error:
    logging.exception("settings")
    logging.error("missing: %r", error)
PY
printf '%s\n' 'from environs import Env' 'Env().str("SECRET_KEY")' >use_environs.py
printf '%s\n' 'from decouple import config' 'config("SECRET_KEY")' >use_decouple.py
printf '%s\n' 'import environ' 'environ.Env()("SECRET_KEY")' >use_environ.py

"$python" settings.py 2>&1 || true
"$python" log.py 2>&1 || true
for module in environs decouple environ; do
  if "$python" -c "import $module" 2>/dev/null; then "$python" "use_$module.py" 2>&1 || true; fi
done
