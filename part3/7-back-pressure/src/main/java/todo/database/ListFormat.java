package todo.database;

import todo.list.TodoList;

import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;

/** How a list is written as JSON. Whatever text a name or a title holds is read back as it was. */
final class ListFormat {

    // Escaped, even half of a surrogate pair is text that a file can hold.
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    /**
     * What is written.
     *
     * @param name the name of the list, so that a person can tell whose it is
     * @param list the list
     */
    private record Content(String name, TodoList list) {}

    private ListFormat() {}

    static byte[] write(String listName, TodoList list) {
        return JSON.writeValueAsBytes(new Content(listName, list));
    }

    /** Reads a list; fails with what is wrong if this is not, whole, the list of that name. */
    static TodoList read(String listName, byte[] json) throws IOException {
        return switch (parse(json)) {
            case Content(String name, TodoList list) when listName.equals(name) && list != null ->
                    list;
            case null, default -> throw new IOException("this is not the list " + listName);
        };
    }

    private static Content parse(byte[] json) throws IOException {
        try {
            return JSON.readValue(json, Content.class);
        } catch (JacksonException failure) {
            throw new IOException(failure.getOriginalMessage(), failure);
        }
    }
}
