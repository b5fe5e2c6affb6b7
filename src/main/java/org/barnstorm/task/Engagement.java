package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.task.kind.Kinds;

/** What the work has to do with how people grow: which of it counts, what courses open, and who does nothing any more. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Engagement {
    private final EngagementRepository engagement;
    private final NextService nexts;
    private final TaskRepository tasks;
    private final HoldRepository holds;
    private final TaskSight sight;
    private final Kinds kinds;
    private final Groups groups;

    Engagement(
            EngagementRepository engagement,
            NextService nexts,
            TaskRepository tasks,
            HoldRepository holds,
            TaskSight sight,
            Kinds kinds,
            Groups groups) {
        this.engagement = engagement;
        this.nexts = nexts;
        this.tasks = tasks;
        this.holds = holds;
        this.sight = sight;
        this.kinds = kinds;
        this.groups = groups;
    }

    /** A task that somebody can claim now. */
    public record Opportunity(UUID taskId, String title, GroupRef group) {}

    /**
     * Open tasks for somebody that need a course.
     *
     * @param kinds what they are called, by their codes; those of no kind are not in it
     */
    public record Opened(long tasks, Map<String, String> kinds) {}

    /**
     * What somebody did in some groups.
     *
     * @param last when they last took a place or said that they are done
     * @param confirmed results that somebody else verified
     * @param holding whether they hold a place now
     */
    public record Activity(UUID memberId, Instant last, long confirmed, boolean holding) {}

    /** The best task for the caller whose result somebody else is sure to look at: it counts for trust. */
    public Optional<Opportunity> confirmable(Caller caller) {
        var best = nexts.best(caller);
        if (best.isEmpty()) return Optional.empty();
        Map<UUID, Task> found = tasks
                .list("id in ?1", best.stream().map(Candidate::id).toList())
                .stream()
                .collect(Collectors.toMap(Task::id, Function.identity()));
        var results = holds.results(caller.memberId());
        return best.stream()
                .filter(each -> found.get(each.id()).verification().isSure(() -> results))
                .findFirst()
                .map(each -> new Opportunity(each.id(), each.title(), groups.withId(each.groupId())));
    }

    /** Which open tasks for the caller these courses open, by course; of many, the newest are counted. */
    public Map<UUID, Opened> openedBy(Caller caller, Collection<UUID> courseIds) {
        if (courseIds.isEmpty()) return Map.of();
        var found = engagement.opened(courseIds, sight.belonging(caller));
        groups.withIds(found.stream().map(EngagementRepository.Opened::groupId).collect(Collectors.toSet()));
        var named = new HashSet<Kinds.Named>();
        found.stream().filter(each -> each.kind() != null).forEach(each -> named.add(name(each)));
        var labels = kinds.labels(named);
        return found.stream()
                .collect(Collectors.groupingBy(
                        EngagementRepository.Opened::courseId,
                        Collectors.collectingAndThen(Collectors.toList(), rows -> opened(rows, labels))));
    }

    private static Opened opened(List<EngagementRepository.Opened> rows, Map<Kinds.Named, String> labels) {
        var kinds = new TreeMap<String, String>();
        for (var row : rows) {
            if (row.kind() != null) kinds.put(row.kind(), labels.getOrDefault(name(row), row.kind()));
        }
        return new Opened(
                rows.stream().mapToLong(EngagementRepository.Opened::tasks).sum(), kinds);
    }

    private static Kinds.Named name(EngagementRepository.Opened row) {
        return new Kinds.Named(row.groupId(), row.kind());
    }

    /** What these people did in these groups; who never took a place there is not in it. */
    public Map<UUID, Activity> activity(Set<UUID> memberIds, Collection<UUID> groupIds) {
        if (memberIds.isEmpty()) return Map.of();
        return engagement.activity(memberIds, groupIds).stream()
                .collect(Collectors.toMap(Activity::memberId, Function.identity()));
    }
}
