package org.barnstorm.training.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** These versions without the content of their modules, for as many as a list has. */
    public Map<UUID, CourseVersionView> outlines(Collection<UUID> ids) {
        return content.outlines(ids).stream().collect(Collectors.toMap(CourseVersionView::id, each -> each));
    }

    /** Those of these courses that have anything to do: whoever enrols gets the latest version. */
    public Set<UUID> published(Collection<UUID> courseIds) {
        return courseIds.isEmpty() ? Set.of() : content.published(courseIds);
    }

    /** These versions, by their ids. */
    public Map<UUID, Published> withIds(Collection<UUID> ids) {
        return content.withIds(ids).stream().collect(Collectors.toMap(CourseVersion::id, Versions::published));
    }

    /**
     * What somebody knows of a course.
     *
     * @param id of what they hold
     * @param versionId the version they know; null when a trainer recorded it: then the one of that time
     * @param completedAt when they were qualified
     */
    public record Known(UUID id, UUID courseId, UUID versionId, Instant completedAt) {}

    /** What is new for somebody; nothing while nothing is published. */
    public Optional<News> since(Known known) {
        return content.reach(List.of(known)).stream().findFirst().map(reach -> news(reach, byId(List.of(reach))));
    }

    /** For each of these by its id: what is new, where somebody is asked to do it. */
    public Map<UUID, News> toCatchUp(Collection<Known> known) {
        var asked = content.reach(known).stream()
                .filter(ContentRepository.Reach::asksToCatchUp)
                .toList();
        var versions = byId(asked);
        return asked.stream().collect(Collectors.toMap(ContentRepository.Reach::id, reach -> news(reach, versions)));
    }

    /** Of each only the newest version and the one that is known, however many lie between. */
    private Map<UUID, Published> byId(List<ContentRepository.Reach> reaches) {
        var ids = reaches.stream()
                .flatMap(reach -> Stream.of(reach.latest(), reach.before()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return withIds(ids);
    }

    private static News news(ContentRepository.Reach reach, Map<UUID, Published> versions) {
        var before = reach.before() == null ? null : versions.get(reach.before());
        return new News(versions.get(reach.latest()), before, reach.asksToCatchUp());
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
