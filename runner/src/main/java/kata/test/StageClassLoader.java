package kata.test;

import kata.compile.Compilation;
import kata.compile.StageClassPath;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Loads the compiled code of a stage, its tests and the runtime; libraries are shared. */
final class StageClassLoader extends URLClassLoader {

    /** The name of all of them, by which stack traces call them. */
    static final String NAME = "stage";

    /** Creates a loader. It may stay open: who reads what was loaded may need more of it. */
    StageClassLoader(Compilation compiled, Path... more) {
        super(NAME, urls(compiled, more), StageClassLoader.class.getClassLoader());
    }

    /**
     * A stage's own come first, as with Maven: it may have a class that is called as one of the
     * kata's or of a library's.
     */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            return findLoadedClass(name) == null && isOwn(name)
                    ? findClass(name)
                    : super.loadClass(name, resolve);
        }
    }

    private boolean isOwn(String name) {
        return !name.startsWith("java.") && findResource(name.replace('.', '/') + ".class") != null;
    }

    @Override
    public URL getResource(String name) {
        return Optional.ofNullable(findResource(name)).orElseGet(() -> super.getResource(name));
    }

    private static URL[] urls(Compilation compiled, Path... more) {
        Stream<Path> stage =
                Stream.of(
                        compiled.testClasses(),
                        compiled.classes(),
                        StageClassPath.runtime(compiled.code().stage().root()));
        return Stream.concat(stage, Stream.of(more)).map(StageClassLoader::url).toArray(URL[]::new);
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
