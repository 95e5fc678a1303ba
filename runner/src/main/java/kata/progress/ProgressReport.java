package kata.progress;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/**
 * How far a learner has come. The names of the parts are those in JSON; none is ever renamed or
 * removed without another format number.
 *
 * @param format the number of this format, 1
 * @param at when the report was made, such as {@code 2026-11-21T09:30:00Z}
 * @param solved how many stages are solved
 * @param total how many stages there are, those to come left out
 * @param current the path of the stage that the learner is at; null if every stage is solved
 * @param stages every stage in walking order, those to come among them
 */
@JsonPropertyOrder({"format", "at", "solved", "total", "current", "stages"})
public record ProgressReport(
        int format,
        String at,
        long solved,
        long total,
        String current,
        List<StageProgress> stages) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Returns the report as JSON, on several lines. */
    public String toJson() {
        return JSON.writeValueAsString(this);
    }
}
