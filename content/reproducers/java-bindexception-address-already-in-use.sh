#!/bin/sh
# Provokes java.net.BindException on loopback: a ServerSocket, an NIO channel, the JDK's HTTP server, an RMI registry,
# a JMX agent and the debugger's port.
# Needs: java (11 or newer)
# Takes: JAVA, another java; PORT, another port.
# Run with: OpenJDK 17.0.15 (Debian package openjdk-17-jdk-headless) and Temurin 25 on Debian 12.
set -eu

java=${JAVA:-java}
port=${PORT:-38980}
dir=$(mktemp -d)
holder=

finish() {
  if [ -n "$holder" ]; then
    kill "$holder" 2>/dev/null || true
    wait "$holder" 2>/dev/null || true
  fi
  rm -r "$dir"
}
trap finish EXIT

cat >"$dir/Listen.java" <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;
import java.rmi.registry.LocateRegistry;

public class Listen {
    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[1]);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        InetSocketAddress address = new InetSocketAddress(loopback, port);
        switch (args[0]) {
            case "hold":
                ServerSocket holder = new ServerSocket(port, 50, loopback);
                System.out.println("ready");
                Thread.sleep(120_000);
                holder.close();
                break;
            case "socket":
                new ServerSocket(port, 50, loopback);
                break;
            case "channel":
                ServerSocketChannel.open().bind(address);
                break;
            case "http":
                HttpServer.create(address, 0);
                break;
            case "rmi":
                LocateRegistry.createRegistry(port, null, p -> new ServerSocket(p, 50, loopback));
                break;
        }
    }
}
JAVA

"$java" "$dir/Listen.java" hold "$port" >"$dir/ready" &
holder=$!
tries=0
until grep -q ready "$dir/ready"; do
  tries=$((tries + 1))
  if [ "$tries" -gt 200 ]; then
    echo "the holder did not start; is port $port free?" >&2
    exit 2
  fi
  sleep 0.1
done

for way in socket channel http rmi; do
  "$java" "$dir/Listen.java" "$way" "$port" 2>&1 || true
done
"$java" -Dcom.sun.management.jmxremote.host=127.0.0.1 -Dcom.sun.management.jmxremote.port="$port" \
  -Dcom.sun.management.jmxremote.authenticate=false -Dcom.sun.management.jmxremote.ssl=false -version 2>&1 || true
"$java" -agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:"$port" -version 2>&1 || true
