#!/bin/sh
# Provokes "bind() … failed (98: Address already in use)" in nginx on loopback: a taken port, a leftover socket file,
# and a reload that widens an address (and therefore never gets it).
# Needs: nginx, python3
# Takes: NGINX and PYTHON, other programs; PORT, another port, the next one too. No root.
# Run with: nginx 1.22.1 of Debian 12.
set -eu

nginx=${NGINX:-nginx}
python=${PYTHON:-python3}
port=${PORT:-38880}
dir=$(mktemp -d)
holder=
master=

finish() {
  if [ -n "$holder" ]; then
    kill "$holder" 2>/dev/null || true
    wait "$holder" 2>/dev/null || true
  fi
  if [ -n "$master" ]; then
    kill "$master" 2>/dev/null || true
    wait "$master" 2>/dev/null || true
  fi
  rm -r "$dir"
}
trap finish EXIT

configure() {
  cat >"$dir/nginx.conf" <<CONF
daemon off;
pid $dir/nginx.pid;
events {}
http {
  access_log off;
  client_body_temp_path $dir/body;
  proxy_temp_path $dir/proxy;
  fastcgi_temp_path $dir/fastcgi;
  uwsgi_temp_path $dir/uwsgi;
  scgi_temp_path $dir/scgi;
  server { $1 }
}
CONF
}

wait_for() {
  tries=0
  until grep -q "$1" "$2" 2>/dev/null; do
    tries=$((tries + 1))
    if [ "$tries" -gt 100 ]; then
      echo "no '$1' in time; is port $port free?" >&2
      exit 2
    fi
    sleep 0.1
  done
}

cat >"$dir/hold.py" <<'PY'
import socket, sys, time
port, path = int(sys.argv[1]), sys.argv[2]
holder = socket.create_server(("127.0.0.1", port))
left = socket.socket(socket.AF_UNIX)
left.bind(path)
left.close()
print("ready", flush=True)
time.sleep(60)
PY
"$python" "$dir/hold.py" "$port" "$dir/web.sock" >"$dir/ready" &
holder=$!
wait_for ready "$dir/ready"

for listen in "listen 127.0.0.1:$port;" "listen unix:$dir/web.sock;"; do
  configure "$listen"
  "$nginx" -e stderr -c "$dir/nginx.conf" 2>&1 || true
done

configure "listen 127.0.0.1:$((port + 1));"
"$nginx" -e "$dir/error.log" -c "$dir/nginx.conf" -g "error_log $dir/error.log notice;" &
master=$!
wait_for 'start worker process ' "$dir/error.log"
configure "listen $((port + 1));"
kill -HUP "$master"
wait_for 'still could not bind' "$dir/error.log"
sleep 0.2
sed -n '/reconfiguring/,$p' "$dir/error.log"
