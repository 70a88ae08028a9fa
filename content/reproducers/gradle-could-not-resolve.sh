#!/bin/sh
# Provokes Gradle's "Could not resolve" on loopback: a repository that has nothing, --offline, a plugin.
# Needs: gradle, java, python3
# Takes: GRADLE, another gradle; PORT, another free port.
# Run with: Gradle 4.4.1 (Debian package gradle) and OpenJDK 17.0.15 on Debian 12.
set -eu

gradle=${GRADLE:-gradle}
port=${PORT:-38972}
dir=$(mktemp -d)
mkdir "$dir/empty" "$dir/app" "$dir/plugin"
python3 -m http.server "$port" --bind 127.0.0.1 --directory "$dir/empty" >/dev/null 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf "$dir"' EXIT
cd "$dir/app"

run() { "$gradle" --no-daemon -g "$dir/home" "$@" 2>&1 </dev/null || true; }
cat >build.gradle <<GRADLE
apply plugin: 'java'
repositories { maven { url 'http://127.0.0.1:$port/' } }
dependencies { compile 'com.example.pay:pay-client:2.4.1' }
task deps { doLast { configurations.compileClasspath.files } }
GRADLE
run deps
run --offline deps
echo "plugins { id 'org.springframework.boot' version '3.5.0' }" >../plugin/build.gradle
cd ../plugin
run --offline tasks
