#!/bin/sh
# Provokes "[Errno 2] No such file or directory" in Python: open, subprocess, rename, a missing script, a log line, ssl.
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

"$python" -c 'open("config/settings.yml")' 2>&1 || true
"$python" -c 'import subprocess; subprocess.call(["ffmpeg-missing", "-version"])' 2>&1 || true
"$python" -c 'import os; os.rename("report.tmp", "report.csv")' 2>&1 || true
"$python" -c 'import ssl; ssl.create_default_context(cafile="/etc/ssl/private-ca-missing.pem")' 2>&1 || true
"$python" manage.py migrate 2>&1 || true
cat >log.py <<'PY'
import logging
logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
try:
    open("templates/mail.html")
except EnvironmentError as error:
    logging.error("mail not sent: %s", error)
    logging.error("mail not sent: %r", error)
PY
"$python" log.py 2>&1
