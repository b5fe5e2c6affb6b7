package org.barnstorm.task.kind;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.problem.Refusal.Violation;

/** A kind of work in a group and everywhere below it, with the words for how it can turn out. */
@Entity
class TaskKind {
    @Id
    private UUID id = Ids.next();

    @Version
    private long version;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private String code;

    private String label;

    @ElementCollection
    @CollectionTable(name = "task_kind_outcome", joinColumns = @JoinColumn(name = "kind_id"))
    @OrderColumn(name = "position")
    private List<KindOutcome> outcomes = new ArrayList<>();

    protected TaskKind() {} // for Hibernate

    TaskKind(UUID groupId, String code, KindContent content) {
        this.groupId = groupId;
        this.code = code;
        edit(content);
    }

    final void edit(KindContent content) {
        label = content.label();
        if (outcomes.equals(content.outcomes())) return; // the same again is not a new version
        outcomes.clear();
        outcomes.addAll(content.outcomes());
    }

    /**
     * What a result means for the place.
     *
     * @param quantity null when none was given
     */
    Effect effectOf(String outcome, Integer quantity) {
        var meant = outcomes.stream()
                .filter(each -> each.code().equals(outcome))
                .findFirst()
                .orElseThrow(this::unknown);
        if (meant.asksNumber() && quantity == null) {
            throw Refusal.invalid(
                    List.of(new Violation("/outcome/quantity", "\"" + meant.label() + "\" goes with a number.")));
        }
        return meant.effect();
    }

    private Refusal unknown() {
        var codes = outcomes.stream().map(KindOutcome::code).toList();
        return Refusal.invalid(
                        "unknown-outcome",
                        "Work of the kind " + code + " turns out as one of " + String.join(", ", codes) + ".")
                .with("kind", code)
                .with("outcomes", codes);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID groupId() {
        return groupId;
    }

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    List<KindOutcome> outcomes() {
        return List.copyOf(outcomes);
    }
}
