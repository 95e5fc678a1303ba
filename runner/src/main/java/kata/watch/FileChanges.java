package kata.watch;

import java.nio.file.Path;

/**
 * Notices that files below a folder have changed, once they have come to rest.
 *
 * <p>It polls the files. Events of the file system do not come from network drives and from some
 * containers.
 */
public final class FileChanges {

    private final Path folder;
    private FileSnapshot known;
    private FileSnapshot last;

    /** Begins with the files as they are. */
    public FileChanges(Path folder) {
        this.folder = folder;
        this.known = FileSnapshot.of(folder);
        this.last = known;
    }

    /**
     * Tells whether files differ from those of the last time that this was true, and have not
     * changed since it was last asked: an editor may write one file in several steps, or several
     * files at once.
     */
    public boolean haveArrived() {
        FileSnapshot now = FileSnapshot.of(folder);
        boolean atRest = now.equals(last);
        last = now;
        if (!atRest || now.equals(known)) {
            return false;
        }
        known = now;
        return true;
    }
}
