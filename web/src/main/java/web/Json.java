package web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes values as JSON: records by the names of their components, and maps, lists, texts, numbers
 * and truth values as what they are. Nothing is read: pages send forms.
 */
public final class Json {

    private final StringBuilder text = new StringBuilder();

    private Json() {}

    /**
     * Returns a value as JSON, on one line.
     *
     * @throws IllegalArgumentException if the value, or one in it, is of another type
     */
    public static String of(Object value) {
        Json json = new Json();
        json.write(value);
        return json.text.toString();
    }

    private void write(Object value) {
        switch (value) {
            case null -> text.append("null");
            case String string -> writeText(string);
            case Double number -> text.append(BigDecimal.valueOf(number).toPlainString());
            case Number number -> text.append(number);
            case Boolean truth -> text.append(truth);
            case Enum<?> constant -> writeText(constant.name().toLowerCase(Locale.ROOT));
            case Optional<?> optional -> write(optional.orElse(null));
            case Map<?, ?> map -> writeMap(map);
            case Iterable<?> elements -> writeList(elements.iterator());
            case Record record -> writeRecord(record);
            default ->
                    throw new IllegalArgumentException(
                            "%s cannot be written as JSON".formatted(value.getClass()));
        }
    }

    private void writeList(Iterator<?> elements) {
        text.append('[');
        while (elements.hasNext()) {
            write(elements.next());
            text.append(elements.hasNext() ? "," : "");
        }
        text.append(']');
    }

    private void writeMap(Map<?, ?> map) {
        String separator = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            writeField(separator, entry.getKey().toString(), entry.getValue());
            separator = ",";
        }
        text.append(map.isEmpty() ? "{}" : "}");
    }

    private void writeRecord(Record record) {
        String separator = "{";
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            writeField(separator, component.getName(), valueOf(component, record));
            separator = ",";
        }
        text.append('}');
    }

    private static Object valueOf(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException failure) {
            throw new IllegalArgumentException(component + " cannot be read", failure);
        }
    }

    private void writeField(String separator, String name, Object value) {
        text.append(separator);
        writeText(name);
        text.append(':');
        write(value);
    }

    private void writeText(String string) {
        text.append('"');
        for (int place = 0; place < string.length(); place++) {
            writeCharacter(string.charAt(place));
        }
        text.append('"');
    }

    /** What could end a script or a line is escaped, too: nobody should depend on that. */
    private void writeCharacter(char character) {
        switch (character) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            default -> {
                if (character < ' ' || character == '<' || character >= '\u007f') {
                    text.append("\\u%04x".formatted((int) character));
                } else {
                    text.append(character);
                }
            }
        }
    }
}
