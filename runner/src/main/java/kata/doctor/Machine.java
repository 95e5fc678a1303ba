package kata.doctor;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The machine that the kata is to work on.
 *
 * @param root the kata's folder
 * @param home the user's folder
 * @param environment the variables of the environment
 * @param isWindows whether programs are called as on Windows
 */
public record Machine(Path root, Path home, Map<String, String> environment, boolean isWindows) {

    /** Returns this machine. */
    public static Machine ofSystem(Path root) {
        return new Machine(
                root,
                Path.of(System.getProperty("user.home")),
                System.getenv(),
                File.separatorChar == '\\');
    }

    /** Returns the value of a variable, unless it is missing or empty. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** Returns a program that can be called by its name. */
    Optional<Path> program(String name) {
        return Arrays.stream(variable("PATH").orElse("").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Returns the name of a program's file. */
    String file(String program, String extensionOnWindows) {
        return isWindows ? program + extensionOnWindows : program;
    }
}
