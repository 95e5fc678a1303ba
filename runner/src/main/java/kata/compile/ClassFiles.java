package kata.compile;

import kata.stage.KataException;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Class files in memory.
 *
 * @param bytes what they hold, by their paths below a folder of classes
 */
record ClassFiles(Map<Path, byte[]> bytes) {

    static ClassFiles in(Path folder) {
        Map<Path, byte[]> bytes = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(ClassFiles::isClassFile).toList()) {
                bytes.put(folder.relativize(path), Files.readAllBytes(path));
            }
        } catch (IOException failure) {
            throw KataException.notRead(folder, failure);
        }
        return new ClassFiles(bytes);
    }

    private static boolean isClassFile(Path path) {
        return path.toString().endsWith(".class");
    }

    void writeTo(Path folder) {
        try {
            for (Map.Entry<Path, byte[]> file : bytes.entrySet()) {
                Path target = folder.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue());
            }
        } catch (IOException failure) {
            throw KataException.notWritten(folder, failure);
        }
    }

    /** Returns those that were compiled from these sources, given by their paths. */
    ClassFiles ofSources(Set<String> sources) {
        return new ClassFiles(
                bytes.entrySet().stream()
                        .filter(file -> sources.contains(source(file.getValue())))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Returns the names of the classes that are not within others. */
    Stream<String> topLevelTypes() {
        return bytes.keySet().stream()
                .map(path -> path.toString().replaceFirst("\\.class$", ""))
                .filter(name -> !name.contains("$") && !name.endsWith("-info"))
                .map(name -> name.replaceAll("[/\\\\]", "."));
    }

    private static String source(byte[] bytes) {
        ClassModel model = ClassFile.of().parse(bytes);
        String name = model.thisClass().asInternalName();
        String file =
                model.findAttribute(Attributes.sourceFile())
                        .orElseThrow()
                        .sourceFile()
                        .stringValue();
        return name.substring(0, name.lastIndexOf('/') + 1) + file;
    }
}
