package kata.watch;

import java.nio.file.Path;

/**
 * Notices that files below a folder have changed, once they have come to rest.
 *
 * <p>It looks again and again instead of asking the file system for events: those do not come from
 * network drives and some containers, and a stage has so few files that looking costs next to
 * nothing.
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
