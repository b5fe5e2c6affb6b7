package org.barnstorm.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.barnstorm.testing.StatePictures;
import org.barnstorm.training.content.ModuleKind;
import org.barnstorm.training.enrolment.StepState;
import org.junit.jupiter.api.Test;

/** Holds docs/training.md against the code: every state is drawn, every kind and step state is explained. */
class TrainingDocTest {
    @Test
    void every_state_of_an_enrolment_and_an_attempt_is_drawn() throws ClassNotFoundException {
        assertThat(drawn("## An enrolment")).isEqualTo(names("org.barnstorm.training.enrolment.Enrolment$Status"));
        assertThat(drawn("## An attempt")).isEqualTo(names("org.barnstorm.training.quiz.Attempt$Status"));
        assertThat(drawn("## Who was there")).isEqualTo(names("org.barnstorm.practice.session.Attendance$Status"));
    }

    @Test
    void every_kind_of_module_and_state_of_a_step_is_explained() throws IOException {
        var page = Files.readString(Path.of("docs/training.md"));
        for (var kind : ModuleKind.values()) assertThat(page).contains("| `" + kind + "` |");
        for (var state : StepState.values()) assertThat(page).contains("`" + state + "`");
    }

    private static Set<String> drawn(String heading) {
        return StatePictures.edges(heading).stream().map(StatePictures.Edge::to).collect(Collectors.toSet());
    }

    private static Set<String> names(String states) throws ClassNotFoundException {
        return Stream.of(Class.forName(states).getEnumConstants())
                .map(Object::toString)
                .collect(Collectors.toSet());
    }
}
