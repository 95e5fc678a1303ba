package kata.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

class CommandWordsTest {

    @Test
    void blanks_part_words() {
        assertThat(CommandWords.of("code  --wait")).containsExactly("code", "--wait");
    }

    @Test
    void quotes_keep_a_word_together() {
        assertThat(CommandWords.of("\"/opt/my editor/ed\" -w --title='a b'"))
                .containsExactly("/opt/my editor/ed", "-w", "--title=a b");
    }

    @Test
    void a_quote_without_end_is_none() {
        assertThat(CommandWords.of("it's here")).containsExactly("its", "here");
    }

    @Test
    void the_path_of_a_program_is_one_word(@TempDir Path folder) throws Exception {
        Path program = Files.writeString(folder.resolve("my editor"), "");
        program.toFile().setExecutable(true);
        assertThat(CommandWords.of(program.toString())).containsExactly(program.toString());
    }
}
