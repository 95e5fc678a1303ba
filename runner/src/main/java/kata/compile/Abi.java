package kata.compile;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.EnclosingMethodAttribute;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The binary interface of compiled code: all that other files can be compiled against. That is what
 * class files say, without the bodies of methods and without private members. As long as it is the
 * same, what was compiled against it stays valid.
 *
 * @param classes for each class file its bytes, without code and without private members
 */
record Abi(Map<Path, ByteBuffer> classes) {

    // The old constants would still tell of the code.
    private static final ClassFile CLASS_FILE = ClassFile.of(ConstantPoolSharingOption.NEW_POOL);

    private static final MethodTransform WITHOUT_BODY =
            MethodTransform.dropping(CodeModel.class::isInstance);

    static Abi of(ClassFiles files) {
        Map<Path, ByteBuffer> classes = new TreeMap<>();
        files.bytes()
                .forEach((path, bytes) -> {
                    ClassModel model = CLASS_FILE.parse(bytes);
                    if (!isWithinAMethod(model)) {
                        classes.put(path, ByteBuffer.wrap(withoutCode(model)));
                    }
                });
        return new Abi(classes);
    }

    private static boolean isWithinAMethod(ClassModel model) {
        return model.elementStream().anyMatch(EnclosingMethodAttribute.class::isInstance);
    }

    private static byte[] withoutCode(ClassModel model) {
        return CLASS_FILE.transformClass(
                model,
                (builder, element) -> {
                    switch (element) {
                        case FieldModel field when isHidden(field.flags()) -> {}
                        case MethodModel method when isHidden(method.flags()) -> {}
                        case MethodModel method
                                when method.methodName()
                                        .equalsString(ConstantDescs.CLASS_INIT_NAME) -> {}
                        case MethodModel method -> builder.transformMethod(method, WITHOUT_BODY);
                        case InnerClassesAttribute all -> builder.with(nested(all, model));
                        case NestMembersAttribute _ -> {}
                        default -> builder.with(element);
                    }
                });
    }

    private static boolean isHidden(AccessFlags flags) {
        return flags.has(AccessFlag.PRIVATE) || flags.has(AccessFlag.SYNTHETIC);
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
