#!/bin/sh
# Provokes "Cannot connect to the Docker daemon": a socket that does not exist, one that nobody serves, and a closed port.
# No daemon is needed, and none is touched: the client is pointed at addresses of this script.
# Needs: docker (the command alone), python3
# Takes: nothing. If they are there, it also runs docker-compose (v1) and Docker's Python library.
# Run with: docker 28.2.2 and 20.10.24, docker-compose 1.8.1, 1.24.1 and 1.29.2, docker (Python) 7.2.0 on Debian 12.
set -eu

dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT
unset DOCKER_CONTEXT DOCKER_TLS_VERIFY DOCKER_CERT_PATH || true
DOCKER_CONFIG=$dir
export DOCKER_CONFIG

port=$(python3 - "$dir/stale.sock" <<'PY'
import socket, sys
stale = socket.socket(socket.AF_UNIX); stale.bind(sys.argv[1]); stale.close()
closed = socket.socket(); closed.bind(("127.0.0.1", 0)); print(closed.getsockname()[1])
PY
)
printf 'version: "2"\nservices:\n  web:\n    image: app:1\n' >"$dir/docker-compose.yml"

for host in "unix://$dir/none.sock" "unix://$dir/stale.sock" "tcp://127.0.0.1:$port"; do
  DOCKER_HOST=$host
  export DOCKER_HOST
  timeout 20 docker ps 2>&1 || true
  timeout 20 docker run app:1 2>&1 || true
  if command -v docker-compose >/dev/null; then
    timeout 20 docker-compose -f "$dir/docker-compose.yml" ps 2>&1 || true
  fi
  if python3 -c 'import docker' 2>/dev/null; then
    timeout 20 python3 -c 'import docker; docker.from_env()' 2>&1 || true
  fi
done
