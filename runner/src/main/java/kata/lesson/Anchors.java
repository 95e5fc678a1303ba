package kata.lesson;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes the anchors of one page's headings as GitHub does, a number behind those that repeat. */
public final class Anchors {

    private static final Pattern LEFT_OUT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]");

    private final Set<String> taken = new HashSet<>();

    /** Returns the anchor of the next heading. */
    public String next(String heading) {
        String plain =
                LEFT_OUT.matcher(heading.toLowerCase(Locale.ROOT)).replaceAll("").replace(' ', '-');
        String anchor = plain;
        for (int count = 1; !taken.add(anchor); count++) {
            anchor = plain + "-" + count;
        }
        return anchor;
    }
}
