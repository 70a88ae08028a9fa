#!/bin/sh
# Provokes Errno::EADDRINUSE in Ruby on loopback: TCPServer with and without a host, UDP, a Unix socket, a logged
# error; WEBrick, EventMachine, Puma (one address twice, a socket file with a listener), Thin, Unicorn, Sinatra and
# rackup too if they are installed.
# Needs: ruby (2.7 or newer, with the gem webrick)
# Takes: RUBY, another interpreter; PORT, another port.
# Run with: Ruby 3.1.7, WEBrick 1.8.1, EventMachine 1.3, Puma 5.6.5, Thin 1.8.1, Unicorn 6.0.0, Sinatra 3.0.5 and
#           Rack 2.2.22 (Debian packages) on Debian 12.
set -eu

ruby=${RUBY:-ruby}
port=${PORT:-38300}
dir=$(mktemp -d)
holder=

finish() {
  if [ -n "$holder" ]; then
    kill "$holder" 2>/dev/null || true
    wait "$holder" 2>/dev/null || true
  fi
  rm -r "$dir"
}
trap finish EXIT

cat >"$dir/hold.rb" <<'RB'
require "socket"
port, path = ARGV
tcp = TCPServer.new("127.0.0.1", port.to_i)
udp = UDPSocket.new
udp.bind("127.0.0.1", port.to_i)
unix = UNIXServer.new(path)
$stdout.sync = true
puts "ready"
sleep 300
RB
cat >"$dir/tcp.rb" <<'RB'
require "socket"
TCPServer.new("127.0.0.1", ARGV[0].to_i)
RB
cat >"$dir/anyhost.rb" <<'RB'
require "socket"
TCPServer.new(ARGV[0].to_i)
RB
cat >"$dir/udp.rb" <<'RB'
require "socket"
UDPSocket.new.bind("127.0.0.1", ARGV[0].to_i)
RB
cat >"$dir/unix.rb" <<'RB'
require "socket"
UNIXServer.new(ARGV[1])
RB
cat >"$dir/log.rb" <<'RB'
require "logger"
require "socket"
begin
  TCPServer.new("127.0.0.1", ARGV[0].to_i)
rescue SystemCallError => error
  Logger.new($stdout).error("listener: #{error.inspect}")
end
RB
cat >"$dir/web.rb" <<'RB'
require "webrick"
WEBrick::HTTPServer.new(Port: ARGV[0].to_i, BindAddress: "127.0.0.1").start
RB
cat >"$dir/machine.rb" <<'RB'
require "eventmachine"
EventMachine.run { EventMachine.start_server("127.0.0.1", ARGV[0].to_i) }
RB
cat >"$dir/config.ru" <<'RB'
run ->(env) { [200, {"content-type" => "text/plain"}, ["ok"]] }
RB
cat >"$dir/twice.rb" <<'RB'
port Integer(ENV.fetch("TWICE")), "127.0.0.1"
bind "tcp://127.0.0.1:#{ENV.fetch("TWICE")}"
RB
cat >"$dir/sinatra.rb" <<'RB'
require "sinatra"
set :bind, "127.0.0.1"
get("/") { "ok" }
RB

has() { timeout 20 "$ruby" -e "require '$1'" >/dev/null 2>&1; }
try() { timeout 20 "$@" 2>&1 || true; }

"$ruby" "$dir/hold.rb" "$port" "$dir/app.sock" >"$dir/ready" &
holder=$!
tries=0
until grep -qs ready "$dir/ready"; do
  tries=$((tries + 1))
  if [ "$tries" -gt 50 ]; then
    echo "the holder did not start; is port $port free?" >&2
    exit 2
  fi
  sleep 0.1
done

cd "$dir"
for way in tcp anyhost udp unix log; do
  try "$ruby" "$way.rb" "$port" "$dir/app.sock"
done
if has webrick; then try "$ruby" "$dir/web.rb" "$port"; fi
if has eventmachine; then try "$ruby" "$dir/machine.rb" "$port"; fi
if command -v puma >/dev/null; then
  try puma -b "tcp://127.0.0.1:$port"
  try puma -b "unix://$dir/app.sock"
  TWICE=$((port + 1)) try puma -C twice.rb
fi
if command -v thin >/dev/null; then try thin -a 127.0.0.1 -p "$port" start; fi
if command -v unicorn >/dev/null; then try unicorn -l "127.0.0.1:$port"; fi
if command -v rackup >/dev/null && has webrick; then try rackup -s webrick -o 127.0.0.1 -p "$port"; fi
if has sinatra/base; then try "$ruby" sinatra.rb -s webrick -p "$port"; fi
