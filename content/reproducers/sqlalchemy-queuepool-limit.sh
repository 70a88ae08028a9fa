#!/bin/sh
# Provokes "QueuePool limit of size" in SQLAlchemy: every connection of the pool is taken and none comes back.
# Needs: python3 (with SQLAlchemy)
# Takes: PYTHON, another Python.
# Run with: SQLAlchemy 1.3, 1.4, and 2.1.9 (PyPI) with Python 3.6 to 3.13 on Debian 12.
set -eu

python=${PYTHON:-python3}
"$python" -c "import sqlalchemy" 2>/dev/null || { echo "$python has no SQLAlchemy" >&2; exit 77; }

"$python" - 2>&1 <<'PY' || true
from sqlalchemy import create_engine
from sqlalchemy.pool import QueuePool

engine = create_engine("sqlite://", poolclass=QueuePool, pool_size=5, max_overflow=10, pool_timeout=1)
held = [engine.connect() for _ in range(15)]
engine.connect()
PY
