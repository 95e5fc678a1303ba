package web;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a server has to offer.
 *
 * @param files the files of the page
 * @param events returns what a page is told that has asked with these fields
 * @param reads what answers GET requests, by path
 * @param orders what answers POST requests, by path
 * @param others returns where another server on this machine has what is asked for by a path, and
 *     behind the # that server's token; nothing if the path is this server's own
 */
public record Site(
        StaticFiles files,
        Function<Form, EventSource> events,
        Map<String, Answer> reads,
        Map<String, Answer> orders,
        Function<String, Optional<URI>> others) {

    /** Creates the site of a server that stands for itself. */
    public Site(
            StaticFiles files,
            EventSource events,
            Map<String, Answer> reads,
            Map<String, Answer> orders) {
        this(files, _ -> events, reads, orders, _ -> Optional.empty());
    }
}
