package kata.test;

import kata.compile.Compilation;
import kata.compile.Javac;
import kata.stage.KataException;

import java.nio.file.Path;

/** The observer beside a program of a stage: both are loaded together, and see the same runtime. */
public final class Observation implements AutoCloseable {

    private static final String OBSERVER = "observer.Observer";

    private final Compilation compiled;
    private final ClassLoader loader;

    private Observation(Compilation compiled, ClassLoader loader) {
        this.compiled = compiled;
        this.loader = loader;
    }

    /**
     * Starts the observer, and blocks until it runs.
     *
     * @throws KataException if it does not start
     */
    public static Observation start(Compilation compiled) {
        Path observer = Javac.observerClasses(compiled.code().stage().root());
        var observation = new Observation(compiled, new StageClassLoader(compiled, observer));
        observation.call("start");
        return observation;
    }

    /**
     * Loads a program that it sees.
     *
     * @param mainClass the name of the class that has its {@code main}
     * @throws KataException if the stage has no such class
     */
    public Program program(String mainClass) {
        return Program.load(loader, compiled, mainClass);
    }

    /** Stops the observer. */
    @Override
    public void close() {
        call("stop");
    }

    private void call(String method) {
        try {
            loader.loadClass(OBSERVER).getMethod(method).invoke(null);
        } catch (ReflectiveOperationException failure) {
            throw new KataException(
                    "The observer cannot %s: %s".formatted(method, failure.getCause()), failure);
        }
    }
}
