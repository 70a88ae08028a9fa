#!/bin/sh
# Provokes both wordings of Docker's port conflict on loopback:
# "port is already allocated" (two containers) and "address already in use" (a program on the host, then a container).
# Needs: docker (an Engine on this machine that you may use), python3, busybox (static: Debian package busybox-static)
# Takes: BUSYBOX, another static busybox; PORT, another port, the next one too. No image is pulled: a small one is made.
# Run with: docker.io 20.10.24 (dockerd), docker command 28.2.2 and 20.10.24, busybox-static 1.35.0 on Debian 12.
set -eu

busybox=${BUSYBOX:-$(command -v busybox)}
port=${PORT:-38080}
name=port-conflict-$$
image=$name:1
if ! docker info >/dev/null 2>&1; then
  echo "no Docker Engine answers" >&2
  exit 77
fi
dir=$(mktemp -d)
holder=

finish() {
  if [ -n "$holder" ]; then
    kill "$holder" 2>/dev/null || true
    wait "$holder" 2>/dev/null || true
  fi
  for one in "$name-first" "$name-second" "$name-third"; do
    docker stop -t 1 "$one" >/dev/null 2>&1 || true
    docker rm "$one" >/dev/null 2>&1 || true
  done
  docker rmi "$image" >/dev/null 2>&1 || true
  rm -r "$dir"
}
trap finish EXIT

mkdir "$dir/bin"
cp "$busybox" "$dir/bin/sleep"
tar -C "$dir" -c bin | docker import - "$image" >/dev/null

docker run -d --name "$name-first" -p "127.0.0.1:$port:80" "$image" /bin/sleep 60 >/dev/null
docker run -d --name "$name-second" -p "127.0.0.1:$port:80" "$image" /bin/sleep 60 2>&1 || true

other=$((port + 1))
python3 -m http.server "$other" --bind 127.0.0.1 >/dev/null 2>&1 &
holder=$!
sleep 1
docker run -d --name "$name-third" -p "127.0.0.1:$other:80" "$image" /bin/sleep 60 2>&1 || true
