package browser;

import kata.page.LessonPages;

import observer.Observer;

import web.Broadcast;
import web.EventSource;
import web.PageServer;
import web.Site;
import web.StaticFiles;

import java.io.IOException;
import java.util.Map;

/** Parts of a page that are tested by themselves, in a page that is empty. */
abstract class WithPageParts extends InBrowser {

    /** Runs a script in which parts of a page can be imported, and returns what it returns. */
    private static <T> T inPage(Class<?> owner, String folder, String script) throws IOException {
        var silence = new Broadcast("bounds");
        var nothing = new Broadcast.Change(0, "{}");
        Site site =
                new Site(
                        new StaticFiles(owner, folder),
                        new EventSource(silence, () -> nothing, _ -> "{}"),
                        Map.of(),
                        Map.of());
        try (PageServer server = PageServer.start(0, site)) {
            browser().driver().get(server.address().resolve("/colours.css").toString());
            return new Page(browser().driver())
                    .wait(
                            "const done = arguments[0]; (async () => {%s})().then(done, (e) => done(`${e}`));"
                                    .formatted(script));
        } finally {
            silence.close();
        }
    }

    static <T> T inObserver(String script) throws IOException {
        return inPage(Observer.class, "/observer/", script);
    }

    static <T> T inLesson(String script) throws IOException {
        return inPage(LessonPages.class, "/page/", script);
    }
}
