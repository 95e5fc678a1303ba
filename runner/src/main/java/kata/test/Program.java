package kata.test;

import kata.compile.Compilation;
import kata.compile.StageClassPath;
import kata.stage.KataException;

import java.lang.reflect.InvocationTargetException;

/** A class of a stage that can be started by itself. */
public record Program(Class<?> mainClass) {

    private static final String OBSERVER = "observer.Observer";

    /**
     * Loads a program, and the observer beside it, which sees the same runtime.
     *
     * @throws KataException if the stage has no such class
     */
    public static Program of(Compilation compiled, String mainClass) {
        var loader =
                new StageClassLoader(
                        compiled, StageClassPath.observer(compiled.code().stage().root()));
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

    /**
     * Runs it like {@link #run}, and the observer for as long.
     *
     * @throws KataException if the observer does not start or stop
     */
    public void runObserved(String... arguments) throws Throwable {
        observer("start");
        try {
            run(arguments);
        } finally {
            observer("stop");
        }
    }

    private void observer(String method) {
        try {
            mainClass.getClassLoader().loadClass(OBSERVER).getMethod(method).invoke(null);
        } catch (ReflectiveOperationException failure) {
            throw new KataException(
                    "The observer cannot %s: %s".formatted(method, failure.getCause()), failure);
        }
    }
}
