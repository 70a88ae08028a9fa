#!/bin/sh
# Provokes Compose's report that a dependency is unhealthy, has ended, or has no health check.
# Needs: docker (an Engine on this machine that you may use), busybox (static: Debian package busybox-static)
# Takes: DOCKER_HOST, another Engine; BUSYBOX, another static busybox. It runs docker compose or docker-compose. No image is
#        pulled: a small one is made.
# Run with: docker-compose 1.29.2, docker 28.2.2 and Docker Engine 20.10.24 on Debian 12. The texts of docker compose (v2) are from its source.
set -eu

if ! docker info >/dev/null 2>&1; then
  echo "no Docker Engine answers" >&2
  exit 77
fi
busybox=${BUSYBOX:-/bin/busybox}
dir=$(mktemp -d)
image=dependency-unhealthy:$$
export COMPOSE_PROJECT_NAME=dependency$$
if docker compose version >/dev/null 2>&1; then
  compose() { timeout 60 docker compose "$@"; }
else
  compose() { timeout 60 docker-compose "$@"; }
fi

finish() {
  for one in unhealthy ended unchecked; do
    if [ -e "$dir/$one.yml" ]; then
      compose -f "$dir/$one.yml" down -t 1 >/dev/null 2>&1 || true
    fi
  done
  docker rmi "$image" >/dev/null 2>&1 || true
  rm -r "$dir"
}
trap finish EXIT

mkdir "$dir/bin"
cp "$busybox" "$dir/bin/busybox"
for name in sh sleep false; do
  ln -s busybox "$dir/bin/$name"
done
tar -C "$dir" -c bin | docker import - "$image" >/dev/null

file() { # name, command of db, lines of db, condition
  cat >"$dir/$1.yml" <<YML
services:
  db:
    image: $image
    network_mode: host
    command: $2
$3
  web:
    image: $image
    network_mode: host
    command: ["/bin/sleep", "60"]
    depends_on:
      db:
        condition: $4
YML
}
check='    healthcheck:
      test: ["CMD", "/bin/false"]
      interval: 1s
      timeout: 1s
      retries: 2'
file unhealthy '["/bin/sleep", "60"]' "$check" service_healthy
file ended '["/bin/false"]' '' service_completed_successfully
file unchecked '["/bin/sleep", "60"]' '' service_healthy

for one in unhealthy ended unchecked; do
  compose -f "$dir/$one.yml" up -d 2>&1 || true
  compose -f "$dir/$one.yml" down -t 1 >/dev/null 2>&1 || true
done
