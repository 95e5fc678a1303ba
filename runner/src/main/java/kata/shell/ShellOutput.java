package kata.shell;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads what a shell prints to a program: takes out the signs that stand for its prompts, and the
 * echo of what was typed.
 */
final class ShellOutput extends OutputStream {

    // What jshell prints in place of its prompts when a program listens.
    private static final String PROMPT = "\u0005";
    private static final String CONTINUATION = "\u0006";

    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final StringBuilder echo = new StringBuilder();
    private final TypedShell.Listener listener;

    /** Bytes of a character that is not whole yet. */
    private ByteBuffer rest = ByteBuffer.allocate(0);

    /** How many prompts are to come; the first one comes by itself. */
    private int prompts = 1;

    ShellOutput(TypedShell.Listener listener) {
        this.listener = listener;
    }

    /** Expects a line's echo, and the prompt behind what comes of it. */
    synchronized void expect(String line) {
        echo.append(line).append("\r\n");
        prompts++;
    }

    /** Expects a prompt, unless one is expected anyway. */
    synchronized void expectPrompt() {
        prompts = Math.max(prompts, 1);
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        ByteBuffer all = ByteBuffer.allocate(rest.remaining() + length);
        all.put(rest).put(bytes, from, length).flip();
        CharBuffer text = CharBuffer.allocate(all.remaining());
        decoder.decode(all, text, false);
        rest = all.slice();
        read(text.flip().toString());
    }

    private void read(String text) {
        if (text.equals(PROMPT) || text.equals(CONTINUATION)) {
            prompts = Math.max(0, prompts - 1);
            if (prompts == 0) {
                echo.setLength(0);
                listener.waits(text.equals(CONTINUATION));
            }
            return;
        }
        int echoed = echoed(text);
        echo.delete(0, echoed);
        String printed = text.substring(echoed).replace("\r", "");
        if (!printed.isEmpty()) {
            listener.printed(printed);
        }
    }

    private int echoed(String text) {
        int length = 0;
        while (length < Math.min(text.length(), echo.length())
                && text.charAt(length) == echo.charAt(length)) {
            length++;
        }
        return length;
    }
}
