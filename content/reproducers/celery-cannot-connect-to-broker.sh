#!/bin/sh
# Provokes "consumer: Cannot connect to" in a Celery worker, and kombu's OperationalError in a client: nothing listens on the broker's port.
# Needs: celery, python3 (with Celery), timeout (coreutils)
# Takes: CELERY, another celery; PYTHON, another Python; PORT, another port (it must be free).
# Run with: Celery 4.4, 5.2 and 5.7.0 (PyPI) with Python 3.6 to 3.13 on Debian 12.
set -eu

celery=${CELERY:-celery}
python=${PYTHON:-python3}
"$python" -c "import celery" 2>/dev/null || { echo "$python has no Celery" >&2; exit 77; }
port=${PORT:-38850}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/shop.py" <<PY
from celery import Celery

app = Celery("shop", broker="amqp://guest:guest@127.0.0.1:$port//")


@app.task
def add(x, y):
    return x + y
PY
cd "$dir"

"$python" -c 'import shop; shop.add.apply_async((1, 2), retry=False)' 2>&1 || true
# the worker would go on trying for a long time
timeout 8 "$celery" -A shop worker --loglevel=INFO --pool=solo 2>&1 || true
