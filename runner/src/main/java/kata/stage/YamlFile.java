package kata.stage;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Binds YAML files to records; a mistake in one is told in a sentence with its line. */
public final class YamlFile {

    /** What is left out, or left empty, is empty; what a list holds is not. */
    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                    .changeDefaultNullHandling(
                            _ -> JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL))
                    .build();

    private YamlFile() {}

    /**
     * Reads a file.
     *
     * @param root the kata's folder, below which messages name the file
     * @throws KataException if the file is missing, unreadable, no YAML, or holds what the type has
     *     no place for
     */
    public static <T> T read(Path root, Path file, Class<T> type) {
        String shownAs = SourceFile.slashes(root.relativize(file));
        try {
            T value = YAML.readValue(Files.readString(file), type);
            if (value == null) {
                throw new KataException(
                        "%s is empty: get it back, for example with git.".formatted(shownAs));
            }
            return value;
        } catch (NoSuchFileException missing) {
            throw new KataException("There is no %s: write it.".formatted(shownAs), missing);
        } catch (IOException unreadable) {
            throw KataException.notRead(shownAs, unreadable);
        } catch (JacksonException invalid) {
            throw new KataException(shownAs + sentence(invalid), invalid);
        }
    }

    private static String sentence(JacksonException invalid) {
        int line = invalid.getLocation() == null ? 0 : invalid.getLocation().getLineNr();
        String problem = invalid.getOriginalMessage().lines().findFirst().orElse("no YAML");
        return "%s: %s; fix it.".formatted(line > 0 ? ", line " + line : "", problem);
    }

    /**
     * Reads the file of this name in each folder of a folder, of which there need not be any;
     * returns what they say by their folders.
     *
     * @throws KataException if one of the folders has no such file, or a wrong one
     */
    public static <T> SortedMap<Path, T> readEach(
            Path root, Path folder, String name, Class<T> type) {
        SortedMap<Path, T> all = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> folders = Files.list(folder)) {
                folders.filter(Files::isDirectory)
                        .forEach(one -> all.put(one, read(root, one.resolve(name), type)));
            } catch (IOException failure) {
                throw KataException.notRead(folder, failure);
            }
        }
        return all;
    }
}
