package todo.database;

import todo.list.Entry;
import todo.list.TodoList;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A program that stores two long lists in turn, under one name, until its JVM is killed, or the
 * process that has started it is gone.
 */
public final class StoresForEver {

    static final String NAME = "Bob's list";
    static final TodoList OLD = listOf("old");
    static final TodoList NEW = listOf("new");

    private StoresForEver() {}

    /**
     * Runs until the standard input ends, which is the end of a pipe that the other process holds;
     * the argument is the folder, and each line of output tells of a store.
     */
    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().start(StoresForEver::endWithTheInput);
        ListFolder folder = new ListFolder(Path.of(arguments[0]));
        while (true) {
            for (TodoList list : List.of(NEW, OLD)) {
                folder.store(NAME, list);
                System.out.println("stored");
            }
        }
    }

    private static void endWithTheInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            // The pipe is gone, and with it the other process.
        }
        Runtime.getRuntime().halt(0);
    }

    private static TodoList listOf(String title) {
        LocalDate day = LocalDate.of(2016, 10, 1);
        return new TodoList(
                5_001,
                IntStream.rangeClosed(1, 5_000).mapToObj(id -> new Entry(id, day, title)).toList());
    }
}
