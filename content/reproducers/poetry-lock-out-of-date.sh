#!/bin/sh
# Provokes the message of an outdated lock file: Poetry, and uv if it is there. The lock file is made from a project
# without dependencies, so that nothing is downloaded; then the project is changed.
# Needs: poetry, uv (optional)
# Run with: Poetry 1.1.15, 1.4.2 and 1.8.5 (Python 3.8.18), Poetry 2.2.1 (Python 3.13.0), uv 0.13.9 on Debian 12.
set -eu

dir=$(mktemp -d)

finish() {
  rm -r "$dir"
}
trap finish EXIT
cd "$dir"
export HOME="$dir" POETRY_VIRTUALENVS_CREATE=false POETRY_VIRTUALENVS_PATH="$dir/venvs" UV_CACHE_DIR="$dir/cache" UV_OFFLINE=1

mkdir with-poetry with-uv
cd with-poetry
cat >pyproject.toml <<'TOML'
[tool.poetry]
name = "shop"
version = "0.1.0"
description = ""
authors = []

[tool.poetry.dependencies]
python = "^3.8"
TOML
poetry lock --no-interaction >/dev/null 2>&1
sed -i.old 's/^python = .*/python = "^3.9"/' pyproject.toml
poetry install --no-root --no-interaction --no-ansi 2>&1 || true
poetry check --lock 2>&1 || true

if command -v uv >/dev/null; then
  cd ../with-uv
  printf '[project]\nname = "shop"\nversion = "0.1.0"\nrequires-python = ">=3.8"\n' >pyproject.toml
  uv lock --quiet
  sed -i.old 's/3\.8/3.9/' pyproject.toml
  uv lock --check 2>&1 || true
fi
