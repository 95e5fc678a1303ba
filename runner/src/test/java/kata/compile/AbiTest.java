package kata.compile;

import static org.assertj.core.api.Assertions.assertThat;

import kata.stage.SourceFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class AbiTest {

    private static final String CODE =
            """
            public class Shop {
                public static final int OPENS = 9;
                private int sold;
                public int sell(int count) { sold += count; return sold; }
                public sealed interface Good {}
                public record Bread(String kind) implements Good {}
                static <T extends Comparable<T>> T larger(T one, T other) { return one; }
            }
            """;

    @TempDir Path folder;

    @Test
    void what_methods_do_is_not_seen() throws IOException {
        assertUnseen("return sold;", "return sold * 2 + count;");
        assertUnseen("return sold;", "Runnable more = () -> sold++; more.run(); return sold;");
        assertUnseen("return sold;", "var map = new java.util.TreeMap<>(); return map.size();");
        assertUnseen("return sold;", "return new Object() { int one() { return 1; } }.one();");
        assertUnseen("return sold;", "record Local(int one) {} return new Local(1).one();");
        assertUnseen("return sold;", "return java.util.Map.entry(1, 2).getKey();");
        assertUnseen("return one;", "return one.compareTo(other) > 0 ? one : other;");
    }

    @Test
    void what_is_private_is_not_seen() throws IOException {
        assertUnseen("private int sold;", "private int sold; private int left = 1;");
        assertUnseen("private int sold;", "private int sold; private void close() {}");
        assertUnseen("private int sold;", "private int sold; private static int PRICE = 3;");
    }

    @Test
    void what_others_are_compiled_against_is_seen() throws IOException {
        assertSeen("OPENS = 9", "OPENS = 8");
        assertSeen("public int sell", "int sell");
        assertSeen("int sell(int count)", "int sell(long count)");
        assertSeen("int sell(int count)", "int sell(int count) throws Exception");
        assertSeen("Bread(String kind)", "Bread(Object kind)");
        assertSeen("Bread(String kind)", "Bread(String type)");
        assertSeen("sealed interface", "interface");
        assertSeen("public record Bread", "private record Bread");
        assertSeen("public record Bread", "public record Cake() implements Good {} record Bread");
        assertSeen("T extends Comparable<T>", "T extends Comparable<? super T>");
        assertSeen("private int sold", "int sold");
        assertSeen("private int sold;", "private int sold; private Shop() {}");
        assertSeen("class Shop", "final class Shop");
        assertSeen("class Shop", "class Shop implements Runnable { public void run() {} } class S");
    }

    private void assertUnseen(String text, String other) throws IOException {
        assertThat(surface(CODE.replace(text, other))).isEqualTo(surface(CODE));
    }

    private void assertSeen(String text, String other) throws IOException {
        assertThat(surface(CODE.replace(text, other))).isNotEqualTo(surface(CODE));
    }

    private Abi surface(String code) throws IOException {
        Path output = Files.createTempDirectory(folder, "classes");
        List<SourceFile> sources = List.of(new SourceFile("Shop.java", "Shop.java", code));
        assertThat(Javac.compile(sources, List.of(), output)).isEmpty();
        return Abi.of(ClassFiles.in(output));
    }
}
