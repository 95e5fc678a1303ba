package web;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Speaks to a server as nobody's library would: every byte is the test's own. */
final class RawClient {

    private final int port;

    RawClient(URI server) {
        this.port = server.getPort();
    }

    /** An answer: its status, and all of its text. */
    record Reply(int status, String text) {}

    /** Sends a request with the right host, and returns the answer. */
    Reply send(String firstLine, String... headers) throws IOException {
        return send(firstLine, headers, "");
    }

    /** Sends a request with a body. */
    Reply send(String firstLine, String[] headers, String body) throws IOException {
        String host = "Host: 127.0.0.1:" + port;
        return sendAll(
                firstLine
                        + "\r\n"
                        + host
                        + "\r\n"
                        + String.join("\r\n", headers)
                        + (headers.length == 0 ? "\r\n" : "\r\n\r\n")
                        + body);
    }

    /** Sends bytes as they are, and returns the answer. */
    Reply sendAll(String bytes) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return read(socket);
        }
    }

    Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        return socket;
    }

    /** Reads the head of an answer, and as much of its body as the head says. */
    static Reply read(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        String head = readHead(in);
        if (head.isEmpty()) {
            return new Reply(0, "");
        }
        int status = Integer.parseInt(head.split(" ", 3)[1]);
        if (head.toLowerCase().contains("transfer-encoding: chunked")) {
            return new Reply(status, head + readUntil(in, "0\r\n\r\n"));
        }
        String length = head.toLowerCase().replaceAll("(?s).*content-length: (\\d+).*", "$1");
        byte[] body =
                length.matches("\\d+") ? in.readNBytes(Integer.parseInt(length)) : new byte[0];
        return new Reply(status, head + new String(body, StandardCharsets.UTF_8));
    }

    static String readHead(InputStream in) throws IOException {
        return readUntil(in, "\r\n\r\n");
    }

    static String readUntil(InputStream in, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int next = in.read();
            if (next < 0) {
                return text.toString();
            }
            text.append((char) next);
        }
        return text.toString();
    }
}
