package kata.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kata.Patience;
import kata.compile.FileTree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;

class CompiledModuleTest {

    @TempDir private Path module;

    @Test
    void while_an_editor_compiles_the_rest_is_waited_for() throws IOException {
        write("src/main/java/shop/package-info.java");
        write("src/main/java/shop/Shop.java");
        write("src/main/java/shop/Customer.java");
        write("target/classes/shop/Shop.class");

        var classes = new FutureTask<FileTree>(new CompiledModule(module)::await);
        Thread waiting = Thread.ofPlatform().daemon().start(classes);
        await().atMost(Patience.LIMIT)
                .until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
        write("target/classes/shop/Customer.class");

        assertThat(classes).succeedsWithin(Patience.LIMIT);
        assertThat(classes.resultNow().root()).isEqualTo(module.resolve("target/classes"));
    }

    private void write(String name) throws IOException {
        Path file = module.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }
}
