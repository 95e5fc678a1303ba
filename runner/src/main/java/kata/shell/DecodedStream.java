package kata.shell;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Hands on what is written to it as text; what is no UTF-8 is replaced. */
final class DecodedStream extends OutputStream {

    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);

    private final Consumer<String> reader;

    /** Bytes of a character that is not whole yet. */
    private ByteBuffer rest = ByteBuffer.allocate(0);

    /**
     * Creates a stream.
     *
     * @param reader hears each text that is written, in the thread that writes it
     */
    DecodedStream(Consumer<String> reader) {
        this.reader = reader;
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
        reader.accept(text.flip().toString());
    }
}
