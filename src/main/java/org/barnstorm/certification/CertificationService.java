package org.barnstorm.certification;

import static org.barnstorm.authority.Capability.MEMBER_READ;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;

/** Shows certifications. That a group has one is for everybody, like the directory; its numbers are the group's own. */
@ApplicationScoped
@Transactional
class CertificationService {
    private final CertificationRepository certifications;
    private final Evidence evidence;
    private final Groups groups;
    private final Requirements asked;

    CertificationService(
            CertificationRepository certifications, Evidence evidence, Groups groups, CertificationConfig config) {
        this.certifications = certifications;
        this.evidence = evidence;
        this.groups = groups;
        this.asked = Requirements.of(config);
    }

    CertificationView show(Caller caller, GroupPath path) {
        var group = groups.at(path);
        var view = CertificationView.of(path, certifications.ofGroup(group.id()).orElse(null));
        return view.with(seesNumbers(caller, group) ? findings(group) : null, asked.unlocks());
    }

    /** Of a group and those below it, those that are or were certified. */
    Slice<CertificationView> list(Caller caller, GroupPath path, Certification.Status status, Window window) {
        groups.at(path);
        var found = certifications.inGroups(groups.branch(path), status, window);
        var refs = groups.withIds(found.stream().map(Certification::groupId).collect(Collectors.toSet()));
        return Slice.of(
                window,
                found,
                each -> List.of(each.id().toString()),
                each -> CertificationView.of(refs.get(each.groupId()).path(), each));
    }

    private List<Finding> findings(GroupRef group) {
        return evidence.of(Set.of(group.id()), certifications.databaseTime()).get(group.id());
    }

    private static boolean seesNumbers(Caller caller, GroupRef group) {
        return caller.isMemberOf(group.id()) || caller.may(MEMBER_READ, group.path());
    }
}
