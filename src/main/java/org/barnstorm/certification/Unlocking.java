package org.barnstorm.certification;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.authority.Unlocks;
import org.barnstorm.group.Groups;

/**
 * Some capabilities count in certified groups only. Certified is the group itself, or one above it up to the group that the
 * mandate is for: a region that has earned it looks after its towns, also the one that has just lapsed, but its
 * certificate makes none of their own mandates worth more. No row is no certificate.
 *
 * <p>Read without a lock: that it ends was announced weeks before, so a request that began a moment earlier may finish.
 */
@ApplicationScoped
class Unlocking implements Unlocks {
    private final CertificationRepository certifications;
    private final Groups groups;
    private final Set<Capability> locked;

    @Inject
    Unlocking(CertificationRepository certifications, Groups groups, CertificationConfig config) {
        this(certifications, groups, Requirements.of(config).unlocks());
    }

    Unlocking(CertificationRepository certifications, Groups groups, Set<Capability> locked) {
        this.certifications = certifications;
        this.groups = groups;
        this.locked = locked;
    }

    @Override
    public boolean counts(Capability capability, GroupPath scope, GroupPath where) {
        // Asked for every capability of every task in a list: as a rule there is nothing to look up.
        return !locked.contains(capability)
                || QuarkusTransaction.joiningExisting().call(() -> isCertified(scope, where));
    }

    private boolean isCertified(GroupPath scope, GroupPath where) {
        var between = new ArrayList<UUID>();
        for (var path = Optional.of(where);
                path.isPresent() && scope.covers(path.get());
                path = path.get().parent()) {
            groups.find(path.get()).map(GroupRef::id).ifPresent(between::add);
        }
        return certifications.anyStands(between);
    }
}
