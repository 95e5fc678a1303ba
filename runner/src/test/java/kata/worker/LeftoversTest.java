package kata.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import kata.Fixture;
import kata.Patience;
import kata.compile.StageCode;
import kata.stage.KataException;
import kata.stage.Stage;
import kata.test.TestResult;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the code of one run has left behind changes no verdict on the code that is saved next. */
class LeftoversTest {

    private static final String SUM = "return all.stream().reduce";

    private static List<ProcessHandle> others;
    private static Worker worker;

    @TempDir private Path root;
    private Stage stage;

    @BeforeEach
    void solve_the_stage() {
        stage = Fixture.stage(root, "solved");
    }

    /** One for all tests: what one of them leaves behind must not change the next one's, either. */
    @BeforeAll
    static void start_the_worker() {
        others = ProcessHandle.current().children().toList();
        worker = new Worker(Patience.LIMIT);
    }

    @AfterAll
    static void end_the_worker() {
        worker.close();
    }

    @Test
    void what_was_set_for_the_whole_process_is_as_before() {
        String seen =
                """
                String.join(" ", java.util.Locale.getDefault().toString(),
                    java.util.TimeZone.getDefault().getID(), "" + System.getProperty("learner"),
                    "" + (Thread.getDefaultUncaughtExceptionHandler() == null),
                    System.getProperty("java.version"), "%d".formatted(12345),
                    "" + java.net.ProxySelector.getDefault().getClass(),
                    "" + java.net.CookieHandler.getDefault(),
                    "" + java.net.ResponseCache.getDefault(),
                    "" + java.net.Authenticator.getDefault(),
                    "" + java.net.HttpURLConnection.getFollowRedirects(),
                    javax.net.ssl.HttpsURLConnection.getDefaultHostnameVerifier().toString(),
                    "" + java.util.logging.Logger.getLogger("learner").getLevel(),
                    "" + java.util.logging.Logger.getLogger("java.lang.Runtime").getLevel(),
                    "" + java.util.logging.Logger.getLogger("").getLevel())
                """;
        String tell = "if (true) throw new IllegalStateException(" + seen + ");";
        String before = messageWith(tell);
        String set =
                """
                java.util.Locale.setDefault(java.util.Locale.forLanguageTag("ar-EG-u-nu-arab"));
                java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone("Pacific/Apia"));
                System.setProperty("learner", "leaked");
                System.clearProperty("java.version");
                Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {});
                System.setOut(null);
                System.setIn(null);
                java.net.ProxySelector.setDefault(
                    java.net.ProxySelector.of(new java.net.InetSocketAddress(1)));
                java.net.CookieHandler.setDefault(new java.net.CookieManager());
                java.net.Authenticator.setDefault(new java.net.Authenticator() {});
                java.net.ResponseCache.setDefault(null);
                java.net.HttpURLConnection.setFollowRedirects(false);
                javax.net.ssl.HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> true);
                java.util.logging.LogManager.getLogManager().reset();
                var logger = java.util.logging.Logger.getLogger("learner");
                logger.setLevel(java.util.logging.Level.OFF);
                System.getProperties().put("logger", logger);
                """;
        assertThat(runWith(set).passed()).isTrue();

        assertThat(messageWith(tell)).isEqualTo(before);
    }

    @Test
    void system_properties_that_were_replaced_are_as_before() {
        assertThat(runWith("System.setProperties(new java.util.Properties());").passed()).isTrue();
        assertThat(runWith("").passed()).isTrue();
    }

    @Test
    void code_that_interrupts_all_threads_is_judged() {
        String interrupt = "Thread.getAllStackTraces().keySet().forEach(Thread::interrupt);";
        assertThat(runWith(interrupt).passed()).isTrue();
        assertThat(runWith("").passed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new Thread(() -> { while (true) {} }).start();",
                "Thread.startVirtualThread(() -> { while (true) {} });",
                """
                new java.util.Timer().schedule(
                    new java.util.TimerTask() { public void run() {} }, 0, 1000);
                """,
                "java.util.concurrent.Executors.newFixedThreadPool(1).execute(() -> {});",
            })
    void threads_that_run_on_end_with_their_process(String start) {
        ProcessHandle first = processAfter("");
        assertThat(runWith(start).passed()).isTrue();

        await().atMost(Patience.LIMIT).until(() -> !first.isAlive());
        assertThat(runWith("").passed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.net.URL.setURLStreamHandlerFactory(name -> null);",
                "java.net.URLConnection.setContentHandlerFactory(name -> null);",
                "java.net.Socket.setSocketImplFactory(() -> null);",
                "java.net.ServerSocket.setSocketFactory(() -> null);",
                "java.net.DatagramSocket.setDatagramSocketImplFactory(() -> null);",
                "java.security.Security.removeProvider(\"SUN\");",
                """
                java.lang.management.ManagementFactory.getPlatformMBeanServer().registerMBean(
                    new javax.management.timer.Timer(), new javax.management.ObjectName("a:b=c"));
                """,
            })
    void what_nobody_can_restore_ends_with_its_process(String set) {
        ProcessHandle first = processAfter("");
        String step =
                "try { if (System.setProperty(\"set\", \"\") == null) { %s } } catch (Exception e)"
                        + " { throw new Error(e); }";
        assertThat(runWith(step.formatted(set)).passed()).isTrue();

        await().atMost(Patience.LIMIT).until(() -> !first.isAlive());
        assertThat(runWith(step.formatted(set)).passed()).isTrue();
    }

    @Test
    void code_that_leaves_nothing_keeps_its_process() {
        ProcessHandle first = processAfter("");
        assertThat(processAfter("int ignored = 1;")).isEqualTo(first);
        assertThat(first.isAlive()).isTrue();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_program_that_was_started_ends_with_its_run() {
        runWith(start("3001"));
        await().atMost(Patience.LIMIT).until(() -> programs("3001").isEmpty());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_program_ends_though_its_parent_has_exited_and_the_exit_is_told_at_once() {
        assertThatItHasEnded(runWith(start("3002") + "System.exit(7);"), 7);
        await().atMost(Patience.LIMIT).until(() -> programs("3002").isEmpty());
    }

    /** Nothing tells of it before its parent is gone: only Linux shows whose it was. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void a_program_ends_though_its_parent_was_killed() {
        String kill = "new ProcessBuilder(\"sh\", \"-c\", \"sleep 3003 & kill -9 $PPID\").start();";
        assertThat(
                        runWith(
                                "try { %s Thread.sleep(60_000); } catch (Exception e) {}"
                                        .formatted(kill)))
                .isInstanceOf(Verdict.Killed.class);
        await().atMost(Patience.LIMIT).until(() -> programs("3003").isEmpty());
    }

    /** Only Linux shows whose it was. */
    @ParameterizedTest
    @ValueSource(strings = {"", "Thread.sleep(60_000);"})
    @EnabledOnOs(OS.LINUX)
    void a_program_ends_though_it_has_left_its_parent_its_session_and_its_variables(String then) {
        String away = "env -i setsid sleep 3004 > %s 2>&1 < %<s &".formatted("/dev/null");
        String kill = then.isEmpty() ? "" : "kill -9 $PPID";
        String start = "new ProcessBuilder(\"sh\", \"-c\", \"%s %s\").start().waitFor();";
        String step = "try { %s %s } catch (Exception e) { throw new Error(e); }";
        runWith(step.formatted(start.formatted(away, kill), then));
        await().atMost(Patience.LIMIT).until(() -> programs("3004").isEmpty());
    }

    @Test
    void a_hook_without_end_keeps_no_exit_and_changes_no_code() {
        String hook =
                "Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) {"
                        + " Thread.onSpinWait(); } }));";
        runWith(hook);
        assertThatItHasEnded(runWith("System.exit(7);"), 7);
        assertThatItHasEnded(runWith(hook + "System.exit(8);"), 8);
    }

    @Test
    void half_a_line_past_system_out_is_no_word_of_the_workers() {
        String half =
                """
                var out = new java.io.FileOutputStream(java.io.FileDescriptor.out);
                new java.io.PrintStream(out, true).print("x");
                """;
        assertThat(runWith(half).passed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new java.io.FileOutputStream(java.io.FileDescriptor.out).close();",
                "new java.io.FileInputStream(java.io.FileDescriptor.in).close();",
                "new java.io.FileInputStream(java.io.FileDescriptor.in).read();",
                """
                Thread.ofPlatform().daemon().start(() -> {
                    try (var in = new java.io.FileInputStream(java.io.FileDescriptor.in)) {
                        in.readAllBytes();
                    } catch (java.io.IOException refused) {
                    }
                });
                """,
                "System.in.close(); System.out.close(); System.err.close();",
            })
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void the_conversation_goes_on_whatever_becomes_of_the_standard_streams(String code) {
        String step = "try { %s } catch (Exception refused) {}";
        assertThat(runWith(step.formatted(code)).passed()).isTrue();
        assertThat(runWith("").passed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 137, 143, 200})
    void an_exit_with_any_code_is_no_end_from_outside(int code) {
        assertThatItHasEnded(runWith("System.exit(%d);".formatted(code)), code);
    }

    @Test
    void a_worker_that_was_killed_is_started_again_and_the_code_is_judged() {
        processAfter("").destroyForcibly();
        assertThat(runWith("").passed()).isTrue();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_run_that_was_killed_from_outside_is_tried_once_more() throws Exception {
        Path mark = root.resolve("killed");
        String once =
                """
                if (new java.io.File("%s").createNewFile()) {
                    new ProcessBuilder("kill", "-9", "" + ProcessHandle.current().pid()).start();
                    Thread.sleep(60_000);
                }
                """
                        .formatted(mark);
        Verdict verdict =
                runWith("try { " + once + " } catch (Exception e) { throw new Error(e); }");
        assertThat(mark).exists();
        assertThat(verdict.passed()).isTrue();
    }

    @Test
    void code_that_fills_the_memory_is_told_so() {
        assertThat(
                        runWith(
                                "var all = new java.util.ArrayList<long[]>(); while (true)"
                                        + " all.add(new long[1_000_000]);",
                                ""))
                .isInstanceOf(Verdict.OutOfMemory.class);
    }

    /** On a busy machine, a process that collects again and again comes to nothing else. */
    @Test
    void memory_that_is_all_but_full_is_told_before_java_gives_up() {
        String fill =
                """
                var kept = new java.util.ArrayList<long[]>();
                var memory = Runtime.getRuntime();
                while (memory.totalMemory() - memory.freeMemory() < memory.maxMemory() * 0.9) {
                    kept.add(new long[10_000]);
                }
                System.gc();
                while (!kept.isEmpty()) Thread.onSpinWait();
                """;
        assertThat(runWith(fill)).isInstanceOf(Verdict.OutOfMemory.class);
    }

    @Test
    void a_full_memory_of_the_compiler_is_not_told_of_the_code() {
        String doubled =
                IntStream.range(1, 31)
                        .mapToObj(
                                next -> "final String s%d = s%d + s%<d;".formatted(next, next - 1))
                        .collect(Collectors.joining("\n", "final String s0 = \"12345678\";", ""));
        assertThatExceptionOfType(KataException.class)
                .isThrownBy(() -> runWith(doubled))
                .withMessageContaining("not enough memory to compile");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_full_memory_is_told_after_code_that_has_closed_the_standard_output() {
        String close = "new java.io.FileOutputStream(java.io.FileDescriptor.out).close();";
        runWith("try { %s } catch (java.io.IOException refused) {}".formatted(close));
        code_that_fills_the_memory_is_told_so();
    }

    private static void assertThatItHasEnded(Verdict verdict, int code) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.ProgramEnded.class,
                        ended -> assertThat(ended.exitCode()).isEqualTo(code));
    }

    private static String start(String seconds) {
        return """
        try { new ProcessBuilder("sleep", "%s").inheritIO().start(); }
        catch (java.io.IOException e) { throw new Error(e); }
        """
                .formatted(seconds);
    }

    private static List<ProcessHandle> programs(String seconds) {
        return ProcessHandle.allProcesses()
                .filter(process ->
                        process.info()
                                .arguments()
                                .filter(words -> List.of(words).equals(List.of(seconds)))
                                .isPresent())
                .toList();
    }

    /** Returns the worker's process, which may be another one than before. */
    private ProcessHandle processAfter(String code) {
        runWith(code);
        return ProcessHandle.current()
                .children()
                .filter(child -> !others.contains(child))
                .max(Comparator.comparing(child -> child.info().startInstant().orElseThrow()))
                .orElseThrow();
    }

    private String messageWith(String code) {
        return ((Verdict.Tested) runWith(code))
                .report()
                .failures()
                .map(TestResult::verdict)
                .findFirst()
                .orElseThrow();
    }

    private Verdict runWith(String code) {
        return runWith(code, SUM);
    }

    /** Runs the tests once with code in front of the sum's. */
    private Verdict runWith(String code, String sum) {
        Stage changed = Fixture.stage(root, "solved");
        Path file = changed.starterSources().resolve("numbers/Numbers.java");
        Fixture.replace(file, SUM, code + "\n" + sum);
        if (sum.isEmpty()) {
            Fixture.replace(file, code + "\n(0, Integer::sum);", code);
        }
        return worker.run(StageCode.learner(changed));
    }
}
