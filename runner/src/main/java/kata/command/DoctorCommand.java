package kata.command;

import kata.doctor.Diagnosis;
import kata.doctor.Diagnosis.Level;
import kata.doctor.Doctor;
import kata.stage.Kata;
import kata.terminal.ExitCode;
import kata.terminal.Marks;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;

@Command(
        name = "doctor",
        description =
                "Find out whether this machine is ready for the kata, also without the network, and"
                        + " say what to do where it is not.")
final class DoctorCommand extends KataSubcommand {

    @Option(
            names = "--quick",
            description = "Leave out the check that takes some seconds: work without the network.")
    private boolean quick;

    @Override
    public Integer call() throws InterruptedException {
        Kata kata = parent.kata();
        var doctor = new Doctor(kata.root(), kata.stages().getFirst().path());
        List<Diagnosis> found = new ArrayList<>(doctor.quick());
        found.forEach(this::print);
        if (!quick) {
            parent.terminal().err().println("Testing a stage without the network ...");
            Diagnosis offline = doctor.offline();
            print(offline);
            found.add(offline);
        }
        return end(found);
    }

    private int end(List<Diagnosis> found) {
        boolean isReady = found.stream().noneMatch(one -> one.level() == Level.BAD);
        parent.terminal().gap();
        parent.terminal()
                .line(
                        isReady
                                ? "This machine is ready."
                                : "This machine is not ready: do what is said above, and run this"
                                        + " again.");
        return isReady ? ExitCode.GOOD : ExitCode.NOT_SOLVED;
    }

    private void print(Diagnosis found) {
        Marks marks = parent.terminal().marks();
        String mark =
                switch (found.level()) {
                    case GOOD -> marks.good() + " good";
                    case POOR -> marks.toCome() + " poor";
                    case BAD -> marks.bad() + " bad ";
                };
        parent.terminal().line("%s  %s", mark, found.what());
        if (!found.remedy().isEmpty()) {
            parent.terminal().line("        -> %s", found.remedy());
        }
    }
}
