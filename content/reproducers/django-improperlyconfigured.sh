#!/bin/sh
# Provokes ImproperlyConfigured in Django: no settings module, an empty secret key, no database.
# Needs: python3 (with Django)
# Takes: PYTHON, another Python.
# Run with: Django 2.2, 3.2, 5.2.19 and 6.1.3 (PyPI) with Python 3.6 to 3.13 on Debian 12.
set -eu

python=${PYTHON:-python3}
"$python" -c "import django" 2>/dev/null || { echo "$python has no Django" >&2; exit 77; }
unset DJANGO_SETTINGS_MODULE

"$python" -c 'from django.conf import settings; print(settings.DEBUG)' 2>&1 || true
"$python" - 2>&1 <<'PY' || true
from django.conf import settings

settings.configure(SECRET_KEY="")
import django

django.setup()
print(settings.SECRET_KEY)
PY
"$python" - 2>&1 <<'PY' || true
from django.conf import settings

settings.configure(DATABASES={})
import django

django.setup()
from django.db import connection

connection.cursor()
PY
