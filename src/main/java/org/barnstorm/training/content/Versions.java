package org.barnstorm.training.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the other parts of training ask about published versions. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Versions {
    private final ContentRepository content;

    Versions(ContentRepository content) {
        this.content = content;
    }

    /** A version of a course. */
    public record Published(
            UUID id, UUID courseId, int number, Modules modules, boolean asksToCatchUp, UUID publishedBy, Instant at) {}

    public Optional<Published> latest(UUID courseId) {
        return content.latest(courseId).map(Versions::published);
    }

    public Published withId(UUID id) {
        return published(content.findById(id));
    }

    /** Those of these courses that have anything to do: whoever enrols gets the latest version. */
    public Set<UUID> published(Collection<UUID> courseIds) {
        return courseIds.isEmpty() ? Set.of() : content.published(courseIds);
    }

    /** These versions, by their ids. */
    public Map<UUID, Published> withIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : content.list("id in ?1", ids).stream()
                        .map(Versions::published)
                        .collect(Collectors.toMap(Published::id, Function.identity()));
    }

    /** All versions of these courses, each course's oldest first. */
    public Map<UUID, List<Published>> of(Collection<UUID> courseIds) {
        return content.ofCourses(courseIds).stream()
                .map(Versions::published)
                .collect(Collectors.groupingBy(Published::courseId));
    }

    /**
     * The modules that somebody who is qualified is asked to do: those that are new since the version they know, if one
     * that was published since asks for it.
     *
     * @param versions all of the course, the oldest first
     * @param known the version they know; null when a trainer recorded it: then the one of that time
     * @param completedAt when they were qualified
     */
    public static List<CourseModule> toCatchUp(List<Published> versions, UUID known, Instant completedAt) {
        var before = versions.stream()
                .filter(each -> known == null
                        ? !each.at().isAfter(completedAt)
                        : each.id().equals(known))
                .reduce((first, second) -> second);
        var number = before.map(Published::number).orElse(0);
        var asks = versions.stream().anyMatch(each -> each.number() > number && each.asksToCatchUp());
        if (!asks) return List.of();
        var modules = versions.get(versions.size() - 1).modules();
        return before.map(old -> modules.newSince(old.modules())).orElse(modules.modules());
    }

    private static Published published(CourseVersion version) {
        return new Published(
                version.id(),
                version.courseId(),
                version.number(),
                version.modules(),
                version.asksToCatchUp(),
                version.publishedBy(),
                version.publishedAt());
    }
}
