package observer.web;

import observer.wire.Picture;

import java.util.Map;
import java.util.function.Supplier;

/**
 * What a server has to offer beside the files of the page.
 *
 * @param picture returns what pages begin with
 * @param broadcast has what changes afterwards
 * @param reads what answers GET requests, by path
 * @param orders what answers POST requests, by path
 */
public record Site(
        Supplier<Picture> picture,
        Broadcast broadcast,
        Map<String, Answer> reads,
        Map<String, Answer> orders) {}
