package org.barnstorm.mandate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.authority.Capability;
import org.barnstorm.platform.Ids;

/** What a group, and everything below it, asks of grants. */
@Entity
@Table(name = "mandate_rule")
class Rule {
    /** What so many vouches earn, for so many days. */
    record Vouching(int needed, Set<Capability> capabilities, int days) {}

    @Id
    private UUID id = Ids.next();

    @Version
    private long version;

    @Column(updatable = false)
    private UUID groupId;

    private String[] twoPerson = {};
    private Short vouchesNeeded;
    private String[] vouchedCapabilities;
    private Integer vouchedDays;
    private UUID setBy;
    private Instant setAt;

    protected Rule() {} // for Hibernate

    Rule(UUID groupId) {
        this.groupId = groupId;
    }

    /** @param vouching null when vouches earn nothing by this rule */
    void set(Set<Capability> needTwo, Vouching vouching, UUID by, Instant now) {
        twoPerson = names(needTwo);
        vouchesNeeded = vouching == null ? null : (short) vouching.needed();
        vouchedCapabilities = vouching == null ? null : names(vouching.capabilities());
        vouchedDays = vouching == null ? null : vouching.days();
        setBy = by;
        setAt = now;
    }

    UUID id() {
        return id;
    }

    UUID groupId() {
        return groupId;
    }

    /** Capabilities that two people grant. */
    Set<Capability> twoPerson() {
        return known(twoPerson);
    }

    Optional<Vouching> vouching() {
        if (vouchesNeeded == null) return Optional.empty();
        return Optional.of(new Vouching(vouchesNeeded, known(vouchedCapabilities), vouchedDays));
    }

    UUID setBy() {
        return setBy;
    }

    Instant setAt() {
        return setAt;
    }

    private static String[] names(Collection<Capability> capabilities) {
        return capabilities.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static Set<Capability> known(String[] names) {
        return Arrays.stream(names)
                .flatMap(name -> Capability.named(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
