package web;

/** What answers the requests for one path. */
@FunctionalInterface
public interface Answer {

    /**
     * Returns what is answered: a {@code String} as plain text, anything else as JSON.
     *
     * @param fields what came with the request
     * @throws Refusal if it is not granted
     */
    Object to(Form fields);
}
