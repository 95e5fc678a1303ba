package kata.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.EnclosingMethodAttribute;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.reflect.AccessFlag;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What other code is compiled against: all that a folder's class files say except how methods do
 * their work. As long as it is equal, what was compiled against it stays valid.
 *
 * @param classes for each class file its bytes, without the methods' code
 */
record Surface(Map<Path, ByteBuffer> classes) {

    // The old constants would still tell of the code.
    private static final ClassFile CLASS_FILE = ClassFile.of(ConstantPoolSharingOption.NEW_POOL);

    private static final MethodTransform WITHOUT_BODY =
            MethodTransform.dropping(CodeModel.class::isInstance);

    /** Reads a folder of classes. */
    static Surface of(Path folder) {
        Map<Path, ByteBuffer> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Surface::isClassFile).toList()) {
                ClassModel model = CLASS_FILE.parse(file);
                if (!isWithinAMethod(model)) {
                    classes.put(folder.relativize(file), ByteBuffer.wrap(withoutCode(model)));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Surface(classes);
    }

    static boolean isClassFile(Path path) {
        return path.toString().endsWith(".class");
    }

    private static boolean isWithinAMethod(ClassModel model) {
        return model.elementStream().anyMatch(EnclosingMethodAttribute.class::isInstance);
    }

    private static byte[] withoutCode(ClassModel model) {
        return CLASS_FILE.transformClass(
                model,
                (builder, element) -> {
                    switch (element) {
                        case MethodModel method when method.flags().has(AccessFlag.SYNTHETIC) -> {}
                        case MethodModel method -> builder.transformMethod(method, WITHOUT_BODY);
                        case InnerClassesAttribute all -> builder.with(nested(all, model));
                        case NestMembersAttribute _ -> {}
                        default -> builder.with(element);
                    }
                });
    }

    /** Leaves out those that only the methods' code knows. */
    private static InnerClassesAttribute nested(InnerClassesAttribute all, ClassModel model) {
        String outermost = model.thisClass().asInternalName().replaceFirst("\\$.*", "");
        return InnerClassesAttribute.of(
                all.classes().stream()
                        .filter(nested -> nested.outerClass().isPresent())
                        .filter(nested ->
                                nested.innerClass().asInternalName().startsWith(outermost + "$"))
                        .toList());
    }
}
