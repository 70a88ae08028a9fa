#!/bin/sh
# Provokes "no such table" in Django with an empty SQLite database in memory.
# Needs: python3 (with Django)
# Takes: PYTHON, another Python.
# Run with: Django 2.2, 3.2, 5.2.19 and 6.1.3 (PyPI) with Python 3.6 to 3.13 on Debian 12.
set -eu

python=${PYTHON:-python3}
"$python" -c "import django" 2>/dev/null || { echo "$python has no Django" >&2; exit 77; }

"$python" - 2>&1 <<'PY' || true
from django.conf import settings

settings.configure(
    SECRET_KEY="x",
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
)
import django

django.setup()
from django.contrib.auth.models import User

print(User.objects.count())
PY
