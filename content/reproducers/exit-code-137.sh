#!/bin/sh
# Provokes exit code 137 (SIGKILL): from sh, from a bash script and in make, xargs, npm and Python's subprocess; with
# DOCKER=1 in Docker too, by a memory limit and by a stop that is not answered.
# Needs: bash, make, xargs
# Takes: DOCKER=1, to use a running Docker Engine, with BUSYBOX, a static busybox (Debian package busybox-static). If they are
#        there, it also runs npm and python3.
# Run with: dash 0.5.12, bash 5.2.15, make 4.3, findutils 4.9, npm 10.8.2, Python 3.11.2, docker.io 20.10.24 and the
#           docker command 28.2.2 on Debian 12.
set -eu

busybox=${BUSYBOX:-/bin/busybox}
dir=$(mktemp -d)
name=exit-137-$$

finish() {
  if [ -n "${DOCKER:-}" ]; then
    docker rm -f "$name-oom" "$name-stop" >/dev/null 2>&1 || true
    docker rmi "$name:1" >/dev/null 2>&1 || true
  fi
  rm -r "$dir"
}
trap finish EXIT
cd "$dir"

cat >die.sh <<'SH'
kill -9 $$
SH
cat >build.sh <<'SH'
sh die.sh
echo "exit code $?"
SH
printf 'build:\n\tsh die.sh\n' >Makefile
printf '{ "name": "shop", "version": "1.0.0", "scripts": { "build": "sh die.sh" } }\n' >package.json

sh build.sh 2>&1 || true
bash build.sh 2>&1 || true
make build 2>&1 || true
echo one | xargs sh die.sh 2>&1 || true
if command -v npm >/dev/null; then npm run build 2>&1 || echo "npm ended with $?"; fi
if command -v python3 >/dev/null; then
  python3 -c 'import subprocess; subprocess.run(["sh", "die.sh"], check=True)' 2>&1 || true
fi

if [ -n "${DOCKER:-}" ]; then
  mkdir -p root/bin
  cp "$busybox" root/bin/busybox
  for applet in sh sleep tail; do ln -s busybox "root/bin/$applet"; done
  tar -C root -c bin | docker import - "$name:1" >/dev/null
  docker run --name "$name-oom" --network none -m 32m --memory-swap 32m "$name:1" /bin/tail /dev/zero 2>&1 || true
  docker run --name "$name-stop" --network none -d "$name:1" /bin/sleep 300 >/dev/null
  docker stop -t 1 "$name-stop" >/dev/null
  docker ps -a --filter "name=$name"
  for one in "$name-oom" "$name-stop"; do
    docker inspect --format '{{.Name}} OOMKilled={{.State.OOMKilled}} exit={{.State.ExitCode}}' "$one"
  done
fi
