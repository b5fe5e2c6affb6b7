package org.barnstorm.training.content;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.barnstorm.platform.paging.Window;
import org.hibernate.query.NativeQuery;

/** Queries over drafts and versions. */
@ApplicationScoped
class ContentRepository implements PanacheRepositoryBase<CourseVersion, UUID> {
    private static final String OUTLINES = """
            select v.id, v.course_id, v.number, v.catch_up, v.published_at,
                   (select cast(jsonb_agg(m.module - array ['text', 'link', 'quiz'] order by m.place) as text)
                    from jsonb_array_elements(v.modules) with ordinality as m (module, place)) as modules
            from course_version v
            """;

    private static final String OUTLINES_BY_ID = OUTLINES + "where v.id = any(:ids)";
    private static final String OUTLINES_OF_COURSE =
            OUTLINES + "where v.course_id = :course and v.id > :after order by v.id limit :fetch";

    /** An empty version is that of a qualification that was recorded by hand. */
    private static final String REACH = """
            select h.id, l.id as latest_id, b.id as before_id,
                   exists (
                       select 1 from course_version a
                       where a.course_id = h.course_id and a.catch_up and a.number > coalesce(b.number, 0)) as asks
            from unnest(:ids, :courses, :versions, :times) as h (id, course_id, version_id, completed_at)
            cross join lateral (
                select v.id from course_version v where v.course_id = h.course_id order by v.number desc limit 1) l
            left join lateral (
                select v.id, v.number from course_version v
                where v.course_id = h.course_id
                  and case when h.version_id = '' then v.published_at <= cast(h.completed_at as timestamptz)
                           else v.id = cast(h.version_id as uuid) end
                order by v.number desc limit 1) b on true
            """;

    private final ModulesColumn modules;

    ContentRepository(ModulesColumn modules) {
        this.modules = modules;
    }

    Optional<Draft> draft(UUID courseId) {
        return Optional.ofNullable(getSession().find(Draft.class, courseId));
    }

    Optional<Draft> lockDraft(UUID courseId) {
        return Optional.ofNullable(getSession().find(Draft.class, courseId, LockModeType.PESSIMISTIC_WRITE));
    }

    void persist(Draft draft) {
        getSession().persist(draft);
    }

    Optional<CourseVersion> latest(UUID courseId) {
        return find("courseId = ?1 order by number desc", courseId).firstResultOptional();
    }

    List<CourseVersion> withIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** These versions as everybody sees them: the content of their modules stays in the database. */
    List<CourseVersionView> outlines(Collection<UUID> ids) {
        return outlines(getSession()
                .createNativeQuery(OUTLINES_BY_ID, Tuple.class)
                .setParameter("ids", ids.toArray(UUID[]::new), UUID[].class));
    }

    /** Versions of a course as everybody sees them, the oldest first. */
    List<CourseVersionView> outlines(UUID courseId, Window window) {
        return outlines(getSession()
                .createNativeQuery(OUTLINES_OF_COURSE, Tuple.class)
                .setParameter("course", courseId)
                .setParameter("after", window.afterId())
                .setParameter("fetch", window.fetch()));
    }

    private List<CourseVersionView> outlines(NativeQuery<Tuple> query) {
        return query.addScalar("id", UUID.class)
                .addScalar("course_id", UUID.class)
                .addScalar("number", Integer.class)
                .addScalar("catch_up", Boolean.class)
                .addScalar("published_at", Instant.class)
                .addScalar("modules", String.class)
                .getResultStream()
                .map(row -> new CourseVersionView(
                        row.get("id", UUID.class),
                        row.get("course_id", UUID.class),
                        row.get("number", Integer.class),
                        row.get("catch_up", Boolean.class),
                        row.get("published_at", Instant.class),
                        modules.convertToEntityAttribute(row.get("modules", String.class)).modules().stream()
                                .map(ModuleOutline::of)
                                .toList()))
                .toList();
    }

    /**
     * How far somebody's knowledge of a course reaches.
     *
     * @param id of what they hold
     * @param latest the newest version
     * @param before the one that they know, or null
     * @param asksToCatchUp whether a version that came after that asks its holders to do what is new
     */
    record Reach(UUID id, UUID latest, UUID before, boolean asksToCatchUp) {}

    /** For each of these whose course has a version. */
    List<Reach> reach(Collection<Versions.Known> known) {
        return getSession()
                .createNativeQuery(REACH, Tuple.class)
                .addScalar("id", UUID.class)
                .addScalar("latest_id", UUID.class)
                .addScalar("before_id", UUID.class)
                .addScalar("asks", Boolean.class)
                .setParameter("ids", known.stream().map(Versions.Known::id).toArray(UUID[]::new), UUID[].class)
                .setParameter(
                        "courses", known.stream().map(Versions.Known::courseId).toArray(UUID[]::new), UUID[].class)
                .setParameter("versions", texts(known, Versions.Known::versionId), String[].class)
                .setParameter("times", texts(known, Versions.Known::completedAt), String[].class)
                .getResultStream()
                .map(row -> new Reach(
                        row.get("id", UUID.class),
                        row.get("latest_id", UUID.class),
                        row.get("before_id", UUID.class),
                        row.get("asks", Boolean.class)))
                .toList();
    }

    private static String[] texts(Collection<Versions.Known> known, Function<Versions.Known, Object> value) {
        return known.stream()
                .map(value)
                .map(each -> each == null ? "" : each.toString())
                .toArray(String[]::new);
    }

    Set<UUID> published(Collection<UUID> courseIds) {
        return Set.copyOf(getSession()
                .createQuery("select distinct courseId from CourseVersion where courseId in ?1", UUID.class)
                .setParameter(1, courseIds)
                .getResultList());
    }
}
