#!/bin/sh
# Provokes DisallowedHost in Django with its test client: a host that is not allowed, an address, a name that no host can have.
# Needs: python3 (with Django)
# Takes: PYTHON, another Python.
# Run with: Django 2.2, 5.2.19 and 6.1.3 (PyPI) with Python 3.6 to 3.13 on Debian 12.
set -eu

python=${PYTHON:-python3}
"$python" -c "import django" 2>/dev/null || { echo "$python has no Django" >&2; exit 77; }

"$python" - 2>&1 <<'PY' || true
from django.conf import settings

settings.configure(
    SECRET_KEY="x",
    ALLOWED_HOSTS=["shop.example.com"],
    ROOT_URLCONF=__name__,
    LOGGING={
        "version": 1,
        "disable_existing_loggers": False,
        "handlers": {"console": {"class": "logging.StreamHandler"}},
        "root": {"handlers": ["console"]},
    },
)
import django
from django.http import HttpResponse
from django.urls import path

urlpatterns = [path("", lambda request: HttpResponse(request.get_host()))]
django.setup()

from django.test import Client

for host in ("shop.test", "10.0.0.5:8000", "shop_web:8000"):
    Client().get("/", HTTP_HOST=host)
PY
