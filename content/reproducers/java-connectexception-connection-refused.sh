#!/bin/sh
# Provokes "Connection refused" in Java on loopback: a socket, NIO, java.net.http, RMI, LDAP, and with the address in the message.
# Needs: java (17 or newer, a JDK)
# Takes: JAVA, another java; PORT, another port on which nobody listens; CLASSPATH, jars of clients to try: netty-transport (with
#        netty-buffer, netty-common, netty-resolver), httpclient (with httpcore, commons-logging, commons-codec), okhttp (with
#        okio).
# Run with: OpenJDK 17.0.15 (Debian package openjdk-17-jdk-headless) on Debian 12; Netty 4.1.48, HttpClient 4.5.14 and
#           OkHttp 3.13.1 (Debian packages libnetty-java, libhttpclient-java, libokhttp-java).
set -eu

java=${JAVA:-java}
port=${PORT:-38984}
dir=$(mktemp -d)

finish() {
  rm -r "$dir"
}
trap finish EXIT

cat >"$dir/Dial.java" <<'JAVA'
import java.net.*;
import java.net.http.*;
import java.nio.channels.SocketChannel;
import java.util.Hashtable;

public class Dial {
    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[1]);
        switch (args[0]) {
            case "socket" -> new Socket("127.0.0.1", port);
            case "nio" -> SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            case "http" -> HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api")).build(),
                HttpResponse.BodyHandlers.discarding());
            case "rmi" -> java.rmi.registry.LocateRegistry.getRegistry("127.0.0.1", port).list();
            case "ldap" -> {
                var settings = new Hashtable<String, String>();
                settings.put("java.naming.factory.initial", "com.sun.jndi.ldap.LdapCtxFactory");
                settings.put("java.naming.provider.url", "ldap://127.0.0.1:" + port);
                new javax.naming.directory.InitialDirContext(settings);
            }
        }
    }
}
JAVA
cat >"$dir/Netty.java" <<'JAVA'
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;

public class Netty {
    public static void main(String[] args) throws Exception {
        var group = new NioEventLoopGroup(1);
        try {
            new Bootstrap().group(group).channel(NioSocketChannel.class).handler(new ChannelInboundHandlerAdapter())
                .connect("localhost", Integer.parseInt(args[0])).sync();
        } catch (Exception exception) {
            exception.printStackTrace(); // its trace is too short for the launcher of source files, which would fail on it
        } finally {
            group.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS);
        }
    }
}
JAVA
cat >"$dir/Apache.java" <<'JAVA'
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.HttpClients;

public class Apache {
    public static void main(String[] args) throws Exception {
        HttpClients.createDefault().execute(new HttpGet("http://localhost:" + args[0] + "/api"));
    }
}
JAVA
cat >"$dir/OkHttp.java" <<'JAVA'
import okhttp3.OkHttpClient;
import okhttp3.Request;

public class OkHttp {
    public static void main(String[] args) throws Exception {
        new OkHttpClient().newCall(new Request.Builder().url("http://127.0.0.1:" + args[0] + "/api").build()).execute();
    }
}
JAVA

for way in socket nio http rmi ldap; do
  "$java" "$dir/Dial.java" "$way" "$port" 2>&1 || true
done
"$java" -Djdk.includeInExceptions=hostInfo "$dir/Dial.java" socket "$port" 2>&1 || true
if [ -n "${CLASSPATH:-}" ]; then
  for client in Netty Apache OkHttp; do
    "$java" -cp "$CLASSPATH" "$dir/$client.java" "$port" 2>&1 || true
  done
fi
