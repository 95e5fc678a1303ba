package kata.test;

import kata.compile.Compilation;
import kata.stage.KataException;

import java.lang.reflect.InvocationTargetException;

/** A class of a stage that can be started by itself. */
public final class Program {

    private final Class<?> mainClass;

    private Program(Class<?> mainClass) {
        this.mainClass = mainClass;
    }

    /**
     * Loads a program.
     *
     * @param mainClass the name of the class that has its {@code main}
     * @throws KataException if the stage has no such class
     */
    public static Program of(Compilation compiled, String mainClass) {
        return load(new StageClassLoader(compiled), compiled, mainClass);
    }

    static Program load(ClassLoader loader, Compilation compiled, String mainClass) {
        try {
            return new Program(Class.forName(mainClass, false, loader));
        } catch (ClassNotFoundException missing) {
            throw new KataException(
                    "The code of %s has no class %s: get it back, for example with git."
                            .formatted(compiled.code().stage().path(), mainClass),
                    missing);
        }
    }

    /** Runs it in this thread, and blocks until it has ended; what it throws is thrown. */
    public void run(String... arguments) throws Throwable {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(mainClass.getClassLoader());
        try {
            mainClass.getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
