package otp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** What javac rejects. Each mistake has a twin that differs in one line and is accepted. */
@RuntimeTest
class TypeSafetyTest {

    private static final String CLIENT = "int value = GenServer.call(counter, new Value());";
    private static final String ANSWER = "case Value request -> reply(request, count, count);";

    private static final String PROGRAM =
            """
            package shop;

            import otp.*;

            final class Program extends GenServer<Program.Message, Integer> {
                sealed interface Message {}
                record Increment(int amount) implements Message, Cast {}
                record Value() implements Message, Call<Integer> {}

                sealed interface Other {}
                record Print(String text) implements Other, Cast {}
                record Lines() implements Other, Call<Integer> {}

                @Override protected Init<Integer> init() {
                    return ok(0);
                }

                @Override protected Next<Integer> handle(Message message, Integer count) {
                    return switch (message) {
                        case Increment(int amount) -> noreply(count + amount);
                        ANSWER
                    };
                }

                static void client(Pid<Message> counter, Name<Message> name) {
                    CLIENT
                }
            }
            """;

    @TempDir Path folder;

    @Test
    void a_wrong_result_type_is_rejected() {
        inClient(
                "int value = GenServer.call(counter, new Value());",
                "String value = GenServer.call(counter, new Value());");
    }

    @Test
    void a_call_of_another_server_is_rejected() {
        inClient(
                "int value = GenServer.call(counter, new Value());",
                "int value = GenServer.call(counter, new Lines());");
    }

    @Test
    void a_call_of_another_server_by_name_is_rejected() {
        inClient(
                "int value = GenServer.call(name, new Value());",
                "int value = GenServer.call(name, new Lines());");
    }

    @Test
    void a_cast_to_another_server_is_rejected() {
        inClient(
                "GenServer.cast(counter, new Increment(1));",
                "GenServer.cast(counter, new Print(\"1\"));");
    }

    @Test
    void a_cast_used_as_a_call_is_rejected() {
        inClient(
                "GenServer.call(counter, new Value());",
                "GenServer.call(counter, new Increment(1));");
    }

    @Test
    void a_call_used_as_a_cast_is_rejected() {
        inClient(
                "GenServer.cast(counter, new Increment(1));",
                "GenServer.cast(counter, new Value());");
    }

    @Test
    void a_message_of_another_server_is_rejected() {
        inClient(
                "Processes.send(counter, new Increment(1));",
                "Processes.send(counter, new Print(\"1\"));");
    }

    @Test
    void a_reply_of_the_wrong_type_is_rejected() {
        inHandle(ANSWER, "case Value request -> reply(request, \"text\", count);");
    }

    @Test
    void a_late_reply_of_the_wrong_type_is_rejected() {
        inHandle(
                "case Value request -> { reply(from(request), 1); yield noreply(count); }",
                "case Value request -> { reply(from(request), \"1\"); yield noreply(count); }");
    }

    @Test
    void a_reply_to_a_cast_is_rejected() {
        inHandle(
                "case Message other -> noreply(count);",
                "case Message other -> reply(other, count, count);");
    }

    @Test
    void a_state_of_the_wrong_type_is_rejected() {
        inHandle(ANSWER, "case Value request -> reply(request, count, \"state\");");
    }

    @Test
    void a_bare_value_in_place_of_a_reply_is_rejected() {
        inHandle(ANSWER, "case Value request -> count;");
    }

    @Test
    void a_forgotten_message_is_rejected_where_the_switch_begins() {
        assertThat(compile(ANSWER, CLIENT).output()).isEmpty();
        List<Integer> rejected = compile("", CLIENT).rejectedLines();
        assertThat(rejected).containsExactly(lineOf("return switch (message)"));
    }

    private void inHandle(String accepted, String rejected) {
        assertThat(compile(accepted, CLIENT).output()).isEmpty();
        assertThat(compile(rejected, CLIENT).rejectedLines()).containsExactly(lineOf("ANSWER"));
    }

    private void inClient(String accepted, String rejected) {
        assertThat(compile(ANSWER, accepted).output()).isEmpty();
        assertThat(compile(ANSWER, rejected).rejectedLines()).containsExactly(lineOf("CLIENT"));
    }

    private Compilation compile(String answer, String client) {
        return Compilation.of(folder, PROGRAM.replace("ANSWER", answer).replace("CLIENT", client));
    }

    private static int lineOf(String text) {
        List<String> lines = PROGRAM.lines().toList();
        return 1
                + IntStream.range(0, lines.size())
                        .filter(index -> lines.get(index).contains(text))
                        .findFirst()
                        .orElseThrow();
    }
}
