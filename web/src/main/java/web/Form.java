package web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields that came with a request, from its query or from its body. */
public final class Form {

    private final Map<String, String> fields = new HashMap<>();

    private Form() {}

    /**
     * Reads fields as a browser writes them.
     *
     * @param text such as {@code q=cart&from=0}; null stands for no fields
     * @throws Refusal if it is not written as fields are
     */
    static Form of(String text) {
        Form form = new Form();
        for (String pair : text == null || text.isEmpty() ? new String[0] : text.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            form.fields.put(
                    decoded(name),
                    decoded(pair.substring(equals < 0 ? pair.length() : equals + 1)));
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal(
                    Refusal.BAD_REQUEST, "the fields are not encoded as those of a form are");
        }
    }

    /** Returns a field; an empty text if it was not sent. */
    public String text(String name) {
        return fields.getOrDefault(name, "");
    }

    /**
     * Returns a field that is a number.
     *
     * @throws Refusal if it was not sent, or is no whole number
     */
    public long number(String name) {
        return number(name, text(name));
    }

    /**
     * Returns a field that is a number; another one if it was not sent.
     *
     * @throws Refusal if it is no whole number
     */
    public long number(String name, long otherwise) {
        return fields.containsKey(name) ? number(name) : otherwise;
    }

    /**
     * Returns a field that is a list of numbers with commas between them; none if it was not sent.
     *
     * @throws Refusal if one of them is no whole number
     */
    public List<Long> numbers(String name) {
        return Arrays.stream(text(name).split(","))
                .filter(part -> !part.isBlank())
                .map(part -> number(name, part))
                .toList();
    }

    private static long number(String name, String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException none) {
            throw new Refusal(
                    Refusal.BAD_REQUEST, "the field %s has to be a whole number".formatted(name));
        }
    }
}
