package todo;

import com.tngtech.archunit.core.domain.JavaClass;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.util.List;
import java.util.stream.Stream;

/** What classes catch, as they are written. */
final class Catches {

    private Catches() {}

    /** Returns the names of all that a class catches, but for what the compiler catches itself. */
    static Stream<String> of(JavaClass type) {
        return ClassFile.of().parse(bytes(type)).methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(Catches::in);
    }

    private static Stream<String> in(CodeModel code) {
        return code.exceptionHandlers().stream()
                .filter(handler -> !isOfTheCompiler(handler, code))
                .flatMap(handler -> handler.catchType().stream())
                .map(caught -> caught.asInternalName().replace('/', '.'));
    }

    /**
     * Finds what the compiler adds to a {@code try} with resources and to a record pattern. It
     * throws whatever it has caught, as it is or as a {@link MatchException}.
     */
    private static boolean isOfTheCompiler(ExceptionCatch handler, CodeModel code) {
        List<CodeElement> untilItThrows =
                code.elementStream()
                        .dropWhile(element -> !isBegin(handler, element))
                        .takeWhile(element -> !(element instanceof ThrowInstruction))
                        .toList();
        return untilItThrows.stream().noneMatch(ReturnInstruction.class::isInstance)
                && untilItThrows.stream().anyMatch(Catches::isWrittenByTheCompiler);
    }

    private static boolean isBegin(ExceptionCatch handler, CodeElement element) {
        return element instanceof LabelTarget target && target.label().equals(handler.handler());
    }

    private static boolean isWrittenByTheCompiler(CodeElement element) {
        return switch (element) {
            case InvokeInstruction call -> call.name().equalsString("addSuppressed");
            case NewObjectInstruction created ->
                    created.className().asInternalName().equals("java/lang/MatchException");
            default -> false;
        };
    }

    private static byte[] bytes(JavaClass type) {
        try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
