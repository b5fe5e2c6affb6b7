package org.barnstorm.training.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.barnstorm.platform.problem.Refusal.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One part of a course as its authors write it, right answers and all. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One part of a course as its authors write it, right answers and all.")
public record CourseModule(
        @NotNull
        @Pattern(regexp = CourseModule.KEY, message = CourseModule.KEY_RULE)
        @Size(max = 40)
        @Schema(description = "Its name in addresses; stays when the rest is edited.", examples = "listening")
        String key,

        @NotNull @Schema(description = "How it is done.", examples = "READING")
        ModuleKind kind,

        @NotBlank @Size(max = 200) @Schema(description = "What it is called.", examples = "How to listen")
        String title,

        @Min(1) @Max(100000) @Schema(description = "About how many minutes it takes.", examples = "10")
        Integer minutes,

        @Size(max = 20000)
        @Schema(
                description =
                        "What to read, watch for or do, in Markdown; images by https links. Clients show no HTML in it.",
                examples = "Ask **one** question, then wait.")
        String text,

        @Pattern(regexp = CourseModule.LINK, message = CourseModule.LINK_RULE)
        @Size(max = 500)
        @Schema(
                description = "The video of a VIDEO; further material otherwise.",
                examples = "https://video.example.org/listening")
        String link,

        @Schema(description = "Whether doing it again renews a qualification; false, if left out.", examples = "true")
        Boolean refresher,

        @Valid @Schema(description = "The questions of a QUIZ.")
        Quiz quiz) {

    public static final String KEY = "[a-z0-9]+(-[a-z0-9]+)*";
    static final String KEY_RULE = "must be a-z, 0-9 and inner hyphens";
    public static final String LINK = "https://\\S+";
    public static final String LINK_RULE = "must be a link that begins with https://";

    /** Whether doing it again renews a qualification. */
    public boolean refreshes() {
        return Boolean.TRUE.equals(refresher);
    }

    /** What makes no sense about it, in places that begin here. */
    List<Violation> contradictions() {
        var found = new ArrayList<Violation>();
        if (kind == ModuleKind.VIDEO && link == null) found.add(new Violation("/link", "Say where the video is."));
        if (kind != ModuleKind.VIDEO && kind != ModuleKind.QUIZ && (text == null || text.isBlank())) {
            found.add(new Violation("/text", "Say what is to be read or done."));
        }
        if (kind == ModuleKind.QUIZ && quiz == null) found.add(new Violation("/quiz", "A QUIZ has questions."));
        if (kind != ModuleKind.QUIZ && quiz != null) found.add(new Violation("/quiz", "Only a QUIZ has questions."));
        if (quiz != null) found.addAll(quiz.contradictions());
        return found;
    }
}
