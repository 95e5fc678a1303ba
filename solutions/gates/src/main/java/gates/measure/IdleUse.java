package gates.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a program and those that it has started use while nothing happens.
 *
 * @param during how long nothing happened
 * @param processor the processor time that they took meanwhile
 * @param before the kilobytes of memory that they held at the beginning; none where the system does
 *     not tell
 * @param after the same at the end
 */
record IdleUse(Duration during, Duration processor, OptionalLong before, OptionalLong after) {

    private static final Path PROCESSES = Path.of("/proc");

    /** Looks at a program, waits, and looks again. Blocks meanwhile. */
    static IdleUse of(ProcessHandle program, Duration during) {
        Duration processorBefore = processor(program);
        OptionalLong memoryBefore = memory(program);
        pause(during);
        return new IdleUse(
                during, processor(program).minus(processorBefore), memoryBefore, memory(program));
    }

    private static Stream<ProcessHandle> all(ProcessHandle program) {
        return Stream.concat(Stream.of(program), program.descendants());
    }

    private static Duration processor(ProcessHandle program) {
        return all(program)
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static OptionalLong memory(ProcessHandle program) {
        return Files.isDirectory(PROCESSES)
                ? OptionalLong.of(all(program).mapToLong(IdleUse::residentKilobytes).sum())
                : OptionalLong.empty();
    }

    private static long residentKilobytes(ProcessHandle process) {
        Path status = PROCESSES.resolve(process.pid() + "/status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException ended) {
            return 0;
        }
    }

    private static void pause(Duration during) {
        try {
            Thread.sleep(during);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells the share of one core, and the memory in megabytes. */
    @Override
    public String toString() {
        double share = 100.0 * processor.toNanos() / during.toNanos();
        String used = String.format(Locale.ROOT, "%.2f %% of a core", share);
        return before.isPresent() && after.isPresent()
                ? "%s, memory %d MB before and %d MB after"
                        .formatted(used, before.getAsLong() / 1024, after.getAsLong() / 1024)
                : used;
    }
}
