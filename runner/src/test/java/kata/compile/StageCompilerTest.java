package kata.compile;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;
import kata.stage.SourceFile;
import kata.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whatever is edited: what comes of it is what comes of compiling everything. */
class StageCompilerTest {

    private static final String SHOP =
            """
            package shop;
            public class Shop {
                public static final int OPENS = 9;
                private int sold;
                public int sell(int count) {
                    Runnable note = new Runnable() { public void run() { sold += count; } };
                    note.run();
                    return sold;
                }
                public sealed interface Good permits Bread {}
                public record Bread(String kind) implements Good {}
            }
            """;

    private static final String CUSTOMER =
            """
            package shop;
            public class Customer {
                private final Shop shop = new Shop();
                public int buys() { return shop.sell(Shop.OPENS); }
                public String eats(Shop.Good good) {
                    return switch (good) { case Shop.Bread bread -> bread.kind(); };
                }
            }
            """;

    private static final String STREET =
            """
            package shop;
            public record Street(Shop shop, Customer customer) {}
            """;

    @TempDir Path root;
    private Stage stage;
    private final StageCompiler compiler = new StageCompiler();

    /**
     * What came of a compilation.
     *
     * @param errors as the compiler tells them
     * @param classes the class files' bytes, by their names; none if there are errors
     */
    private record Product(List<String> errors, Map<String, List<Byte>> classes) {}

    @BeforeEach
    void compile_the_code_as_it_was() {
        stage = Fixture.stage(root);
        assertThat(compile(compiler, shop(SHOP)).errors()).isEmpty();
    }

    @Test
    void the_same_code_again() {
        assertSound(shop(SHOP));
    }

    @Test
    void what_a_method_does() {
        assertCompiles("return sold;", "return sold + 1;");
        assertCompiles("return sold;", "Runnable more = () -> sold++; more.run(); return sold;");
        assertCompiles("note.run();", "new Thread(note) { int one; }.run();");
        assertCompiles(
                "Runnable note = new Runnable() { public void run() { sold += count; } };",
                "Runnable note = () -> {};");
    }

    @Test
    void what_is_private() {
        assertCompiles("private int sold;", "private int sold; private void close() {}");
        assertCompiles("return sold;", "return twice(); } private int twice() { return sold * 2;");
    }

    @Test
    void what_others_have_copied() {
        assertCompiles("OPENS = 9", "OPENS = 8");
    }

    @Test
    void what_others_use() {
        assertRefused("int sell(", "int sells(");
        assertRefused(
                "permits Bread {}",
                "permits Bread, Cake {} public record Cake() implements Good {}");
        assertRefused("private int sold;", "private int sold; private Shop() {}");
        assertCompiles("int sell(int count)", "int sell(long count)");
        assertRefused("public class Shop", "class Customer {} public class Shop");
        assertRefused("package shop;", "package other;");
    }

    @Test
    void what_is_no_java() {
        assertRefused("return sold;", "return sold");
        assertRefused("return sold;", "return \"sold\";");
    }

    @Test
    void several_files() {
        List<SourceFile> files = new ArrayList<>(shop(SHOP.replace("OPENS = 9", "OPENS = 8")));
        files.set(2, file("Street", STREET.replace("Shop shop", "Shop bakery")));

        assertSound(files);
    }

    @Test
    void files_that_come_and_go() {
        List<SourceFile> files = new ArrayList<>(shop(SHOP));
        files.add(file("Square", "package shop; class Square {}"));
        assertSound(files);

        files.removeFirst();
        assertSound(files);
    }

    @Test
    void a_mistake_that_is_mended() {
        assertRefused("return sold;", "return sold");

        assertSound(shop(SHOP));
    }

    private void assertCompiles(String text, String other) {
        assertThat(assertSound(shop(SHOP.replace(text, other))).errors()).isEmpty();
    }

    private void assertRefused(String text, String other) {
        assertThat(assertSound(shop(SHOP.replace(text, other))).errors()).isNotEmpty();
    }

    private Product assertSound(List<SourceFile> files) {
        Product product = compile(compiler, files);
        assertThat(product).isEqualTo(compile(new StageCompiler(), files));
        return product;
    }

    private Product compile(StageCompiler one, List<SourceFile> files) {
        var code = new StageCode(stage, "learner", files, List.of(), root.resolve("none"));
        OutputFolder output = OutputFolder.fresh(code);
        List<CompileError> errors = one.compile(code, output);
        return new Product(
                errors.stream().map(CompileError::print).toList(),
                errors.isEmpty() ? classes(output.classes()) : Map.of());
    }

    private static Map<String, List<Byte>> classes(Path folder) {
        Map<String, List<Byte>> classes = new TreeMap<>();
        ClassFiles.in(folder)
                .bytes()
                .forEach((path, bytes) -> classes.put(path.toString(), boxed(bytes)));
        return classes;
    }

    private static List<Byte> boxed(byte[] bytes) {
        List<Byte> boxed = new ArrayList<>();
        for (byte one : bytes) {
            boxed.add(one);
        }
        return boxed;
    }

    private static List<SourceFile> shop(String shop) {
        return List.of(file("Shop", shop), file("Customer", CUSTOMER), file("Street", STREET));
    }

    private static SourceFile file(String name, String text) {
        String path = "shop/%s.java".formatted(name);
        return new SourceFile(path, path, text);
    }
}
