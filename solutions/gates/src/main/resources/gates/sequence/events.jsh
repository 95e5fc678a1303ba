String kataText(Object value) { return otp.Trace.text(value).replaceAll("\\s+", " "); }
String kataPid(Optional<?> process) { return process.map(String::valueOf).orElse(""); }
String kataMessage(Object message) {
    return switch (message) {
        case otp.ExitMessage exit -> "exit signal, " + exit.reason();
        case otp.Down down -> "Down, " + down.reason();
        case null, default -> kataText(message);
    };
}
List<?> kataFields(otp.TraceEvent.What what) {
    return switch (what) {
        case otp.ProcessEvent.Started it ->
                List.of("STARTED", kataPid(it.parent()), it.process(), it.label());
        case otp.ProcessEvent.RunsServer it -> List.of("SERVES", it.process(), "", it.label());
        case otp.ProcessEvent.Ended it -> List.of("ENDED", it.process(), "", it.reason());
        case otp.ProcessEvent.Sent it ->
                List.of("SENT", kataPid(it.from()), kataPid(it.to()), kataMessage(it.message()), it.id(), it.messageKind());
        case otp.ProcessEvent.Taken it ->
                List.of("TAKEN", kataPid(it.sent().to()), kataPid(it.sent().from()), "", it.sent().id());
        default -> List.of();
    };
}
void kataEvents(otp.Trace trace, String line, String after) {
    for (var event = trace.poll(); event.isPresent(); event = trace.poll()) {
        List<?> fields = kataFields(event.get().what());
        if (!fields.isEmpty()) {
            System.out.println("\n@event\t" + fields.stream().map(Object::toString).collect(Collectors.joining("\t")));
        }
    }
    System.out.println("\n@event\tLINE\t" + self() + "\t" + after + "\t" + line);
}
otp.Trace kataTrace = otp.Trace.start();
