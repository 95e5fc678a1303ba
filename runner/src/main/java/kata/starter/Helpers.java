package kata.starter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * What may leave a file together with the solutions that use it.
 *
 * @param members the private members with the text that they take, their comments included
 * @param imports the imports of one name each
 */
record Helpers(Map<Element, Span> members, List<Import> imports) {

    /**
     * An import of one name.
     *
     * @param owner the package or the type that has the name
     * @param name the imported name
     * @param isStatic whether it imports static members
     * @param span the text that it takes
     */
    record Import(String owner, String name, boolean isStatic, Span span) {

        boolean gives(Element element) {
            return isStatic
                    ? element.getSimpleName().contentEquals(name) && isStaticMember(element)
                    : element instanceof TypeElement type
                            && type.getQualifiedName().contentEquals(owner + "." + name);
        }

        private static boolean isStaticMember(Element element) {
            return element.getModifiers().contains(Modifier.STATIC)
                    && element.getEnclosingElement() instanceof TypeElement;
        }
    }

    Optional<Span> member(Element element) {
        return Optional.ofNullable(members.get(element));
    }

    /**
     * Returns the members that code needs if it uses this element: itself, and the types around it.
     */
    Stream<Span> needed(Element element) {
        return Stream.iterate(element, Helpers::isInside, Element::getEnclosingElement)
                .map(members::get)
                .filter(span -> span != null);
    }

    /** Returns the imports that code needs if it uses this element by its simple name. */
    Stream<Span> importsOf(Element element) {
        return imports.stream().filter(one -> one.gives(element)).map(Import::span);
    }

    /** Returns the imports that a comment needs if it says this word. */
    Stream<Span> importsOf(String word) {
        return imports.stream().filter(one -> one.name().equals(word)).map(Import::span);
    }

    private static boolean isInside(Element element) {
        return element != null && element.getKind() != ElementKind.PACKAGE;
    }
}
