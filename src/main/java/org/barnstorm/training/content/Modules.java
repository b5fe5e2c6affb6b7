package org.barnstorm.training.content;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.problem.Refusal.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The modules of a course in their order. */
@Schema(
        name = "CourseModules",
        description = "The modules of a course, in the order in which they are meant to be done.")
public record Modules(
        @NotNull @Size(max = 50) @Schema(description = "All of them; what is left out is gone.")
        List<@Valid @NotNull CourseModule> modules) {

    public Modules {
        if (modules != null) modules = List.copyOf(modules);
    }

    /** Refuses modules that nobody could do. */
    Modules requireSensible() {
        var violations = new ArrayList<Violation>();
        var keys = new HashSet<String>();
        for (var i = 0; i < modules.size(); i++) {
            var place = "/modules/" + i;
            if (!keys.add(modules.get(i).key())) {
                violations.add(new Violation(place + "/key", "There is a module with this key already."));
            }
            for (var each : modules.get(i).contradictions()) {
                violations.add(new Violation(place + each.pointer(), each.detail()));
            }
        }
        if (!violations.isEmpty()) throw Refusal.invalid(violations);
        return this;
    }

    public Optional<CourseModule> find(String key) {
        return modules.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    /** Those that are not in these others, or say something else there. */
    public List<CourseModule> newSince(Modules before) {
        return modules.stream().filter(each -> !before.modules.contains(each)).toList();
    }
}
