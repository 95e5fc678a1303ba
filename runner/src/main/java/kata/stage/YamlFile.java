package kata.stage;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Binds a YAML file to records, and turns every mistake in it into one sentence with its line. */
final class YamlFile {

    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                    .build();

    private YamlFile() {}

    /**
     * Reads the file.
     *
     * @param shownAs the file's name in messages
     * @throws KataException if the file is missing, unreadable, no YAML, or holds what the type has
     *     no place for
     */
    static <T> T read(Path file, String shownAs, Class<T> type) {
        try {
            T value = YAML.readValue(Files.readString(file), type);
            if (value == null) {
                throw nothing(shownAs);
            }
            return value;
        } catch (NoSuchFileException missing) {
            throw new KataException("There is no %s: write it.".formatted(shownAs), missing);
        } catch (IOException unreadable) {
            throw new KataException(
                    "%s cannot be read: it must be UTF-8 text, and readable.".formatted(shownAs),
                    unreadable);
        } catch (JacksonException invalid) {
            throw isEmpty(invalid)
                    ? nothing(shownAs)
                    : new KataException(shownAs + sentence(invalid), invalid);
        }
    }

    private static String sentence(JacksonException invalid) {
        return switch (invalid) {
            case UnrecognizedPropertyException unknown ->
                    ": '%s' is not a key of %s; the keys are %s."
                            .formatted(
                                    unknown.getPropertyName(),
                                    place(around(unknown.getPath())),
                                    keys(unknown));
            case MismatchedInputException misshapen ->
                    ", line %d: the value of %s has another form than its neighbours; fix it."
                            .formatted(line(misshapen), place(misshapen.getPath()));
            default ->
                    ", line %d: this is not YAML (%s); fix it."
                            .formatted(line(invalid), firstLine(invalid));
        };
    }

    private static String keys(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds().stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static boolean isEmpty(JacksonException invalid) {
        return invalid instanceof MismatchedInputException && invalid.getPath().isEmpty();
    }

    private static KataException nothing(String shownAs) {
        return new KataException(
                "%s holds nothing of what belongs there: get it back, for example with git."
                        .formatted(shownAs));
    }

    /** Returns where it is, such as {@code chapters[2].stages[1].title}. */
    private static String place(List<JacksonException.Reference> path) {
        StringBuilder place = new StringBuilder();
        for (JacksonException.Reference step : path) {
            place.append(
                    step.getPropertyName() == null
                            ? "[%d]".formatted(step.getIndex() + 1)
                            : "." + step.getPropertyName());
        }
        return place.isEmpty() ? "the file" : place.substring(1);
    }

    private static <T> List<T> around(List<T> path) {
        return path.subList(0, path.size() - 1);
    }

    private static int line(JacksonException invalid) {
        return Math.max(1, invalid.getLocation().getLineNr());
    }

    private static String firstLine(JacksonException invalid) {
        return invalid.getOriginalMessage().lines().findFirst().orElse("no reason given").strip();
    }
}
