package kata.command;

import static org.assertj.core.api.Assertions.assertThat;

import kata.terminal.Foreground;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser and the pager. */
class ViewersTest {

    private static final URI PAGE = URI.create("file:///page.html");

    @Test
    void every_system_has_its_command_for_the_browser() {
        assertThat(new Browser("Windows 11", Map.of()).command().orElseThrow())
                .startsWith("rundll32");
        assertThat(new Browser("Mac OS X", Map.of()).command()).contains(List.of("open"));
        assertThat(new Browser("Linux", Map.of("DISPLAY", ":0")).command())
                .contains(List.of("xdg-open"));
        assertThat(new Browser("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")).command())
                .contains(List.of("xdg-open"));
    }

    @Test
    void without_a_screen_no_browser_is_tried() {
        assertThat(new Browser("Linux", Map.of()).hasScreen()).isFalse();
        assertThat(new Browser("Linux", Map.of()).show(PAGE)).isFalse();
        assertThat(new Browser("Mac OS X", Map.of("SSH_CONNECTION", "far away")).show(PAGE))
                .isFalse();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_command_that_fails_has_not_shown_the_page() {
        assertThat(Browser.start(List.of("true"), PAGE)).isTrue();
        assertThat(Browser.start(List.of("false"), PAGE)).isFalse();
        assertThat(Browser.start(List.of("no-such-browser"), PAGE)).isFalse();
    }

    @Test
    void the_pager_is_the_one_that_the_environment_names() {
        assertThat(Pager.of("Linux", Map.of("PAGER", "less -R")).command())
                .containsExactly("less", "-R");
        assertThat(Pager.of("Linux", Map.of("PAGER", " ")).command()).containsExactly("less");
        assertThat(Pager.of("Windows 11", Map.of()).command()).containsExactly("more");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void the_pager_is_given_the_file(@TempDir Path folder) throws Exception {
        Path lesson = Files.writeString(folder.resolve("lesson one.md"), "# One\n");
        Path shown = folder.resolve("shown");
        Path script = folder.resolve("pager");
        Files.writeString(script, "#!/bin/sh\ncp \"$1\" '%s'\n".formatted(shown));
        script.toFile().setExecutable(true);
        assertThat(new Pager(List.of(script.toString())).show(lesson, Foreground.ofSystem()))
                .isTrue();
        assertThat(shown).hasContent("# One\n");
    }

    @Test
    void a_pager_that_is_not_there_has_not_shown_anything(@TempDir Path folder) throws Exception {
        assertThat(
                        new Pager(List.of(folder.resolve("no-pager").toString()))
                                .show(folder, Foreground.ofSystem()))
                .isFalse();
    }
}
