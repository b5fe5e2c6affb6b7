package org.barnstorm.group;

import jakarta.persistence.Column;
import jakarta.persistence.ColumnResult;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityResult;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.platform.GeoPoint;
import org.barnstorm.platform.Ids;

/** A node of the tree: a movement, a region, a town. Its place in the tree never changes. */
@Entity
@SqlResultSetMapping(
        name = "LocalGroup.nearby",
        entities = @EntityResult(entityClass = LocalGroup.class),
        columns = @ColumnResult(name = "km", type = Double.class))
class LocalGroup {
    @Id
    private UUID id = Ids.next();

    @Version
    private long version;

    @Column(updatable = false)
    private UUID parentId;

    @Column(updatable = false)
    private String slug;

    @Column(updatable = false)
    private String path;

    private String name;

    @Enumerated(EnumType.STRING)
    private JoinPolicy joinPolicy;

    private ZoneId zone;
    private BigDecimal latitude;
    private BigDecimal longitude;
    private Integer electorate;
    private String externalId;

    @Column(updatable = false)
    private Instant createdAt;

    private UUID mergedInto;
    private Instant mergedAt;

    protected LocalGroup() {} // for Hibernate

    /** A movement: the root of a new tree. */
    LocalGroup(GroupPath path, GroupContent content, Instant now) {
        if (path.parent().isPresent()) throw new IllegalArgumentException("A movement has no group above: " + path);
        place(path, null, now);
        edit(content);
    }

    /** A group below another. */
    LocalGroup(LocalGroup parent, GroupPath path, GroupContent content, Instant now) {
        if (!path.parent().equals(java.util.Optional.of(parent.path()))) {
            throw new IllegalArgumentException(path + " is not directly below " + parent.path());
        }
        place(path, parent.id, now);
        edit(content);
    }

    private void place(GroupPath at, UUID parent, Instant now) {
        path = at.value();
        slug = at.slug();
        parentId = parent;
        createdAt = now;
    }

    final void edit(GroupContent content) {
        name = content.name();
        joinPolicy = content.joinPolicy();
        zone = content.zone();
        latitude = GeoPoint.latitude(content.location());
        longitude = GeoPoint.longitude(content.location());
        electorate = content.electorate();
        externalId = content.externalId();
    }

    /** It is part of another group from now on; its members and its work go there. */
    void merge(UUID into, Instant now) {
        if (mergedInto != null) throw new IllegalStateException(path + " is part of another group already");
        mergedInto = into;
        mergedAt = now;
    }

    GroupContent content() {
        return new GroupContent(name, joinPolicy, zone, GeoPoint.of(latitude, longitude), electorate, externalId);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    GroupPath path() {
        return new GroupPath(path);
    }

    GroupRef ref() {
        return new GroupRef(id, path());
    }

    /** Which group it is part of; null while it is one of its own. */
    UUID mergedInto() {
        return mergedInto;
    }

    Instant mergedAt() {
        return mergedAt;
    }

    Instant createdAt() {
        return createdAt;
    }
}
