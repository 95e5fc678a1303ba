package kata.gate;

import kata.model.KataException;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the modules that a Maven project lists. */
final class Reactor {

    private Reactor() {}

    /**
     * Returns the modules in the order of the project's file.
     *
     * @throws KataException if there is no such file, or it is no XML
     */
    static List<String> modules(Path root, String pom) {
        try (Reader reader = Files.newBufferedReader(root.resolve(pom))) {
            return modules(XMLInputFactory.newDefaultFactory().createXMLStreamReader(reader));
        } catch (IOException missing) {
            throw new KataException("%s cannot be read: get it back.".formatted(pom), missing);
        } catch (XMLStreamException invalid) {
            throw new KataException(
                    "%s, line %d: this is not XML; mend it."
                            .formatted(pom, invalid.getLocation().getLineNumber()),
                    invalid);
        }
    }

    private static List<String> modules(XMLStreamReader xml) throws XMLStreamException {
        List<String> modules = new ArrayList<>();
        while (xml.hasNext()) {
            xml.next();
            if (xml.isStartElement() && xml.getLocalName().equals("module")) {
                modules.add(xml.getElementText().strip());
            }
        }
        return List.copyOf(modules);
    }
}
