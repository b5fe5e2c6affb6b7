package org.barnstorm.group;

import static org.barnstorm.authority.Capability.GROUP_CREATE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.problem.Refusal;

/** Grows a tree from a file. Repeating an import changes nothing; what leads have edited stays as it is. */
@ApplicationScoped
@Transactional
class GroupImportService {
    private final GroupRepository groups;
    private final Groups directory;
    private final Authority authority;
    private final Journal journal;
    private final Clock clock;

    GroupImportService(GroupRepository groups, Groups directory, Authority authority, Journal journal, Clock clock) {
        this.groups = groups;
        this.directory = directory;
        this.authority = authority;
        this.journal = journal;
        this.clock = clock;
    }

    ImportReport grow(Caller caller, ImportMode mode, String text) {
        var csv = GroupCsv.read(text);
        var planting = new Planting(caller, known(csv));
        var unchanged = 0;
        var created = 0;
        for (var row : sorted(csv)) {
            if (planting.has(row.group().path())) unchanged++;
            else if (planting.plant(row, csv)) created++;
        }
        if (mode == ImportMode.ATOMIC && csv.rejected() > 0) throw refused(csv);
        planting.keep();
        return new ImportReport(
                csv.count(),
                created,
                planting.fresh.size() - created,
                unchanged,
                csv.rejected(),
                csv.ignoredColumns(),
                csv.errors());
    }

    private static List<GroupCsv.Row> sorted(GroupCsv csv) {
        var byPath = new TreeMap<GroupPath, GroupCsv.Row>(); // a group comes after the group above it
        csv.rows().forEach(row -> byPath.put(row.group().path(), row));
        return List.copyOf(byPath.values());
    }

    /** The groups of the file, and those above them, that exist already. */
    private Map<GroupPath, LocalGroup> known(GroupCsv csv) {
        Set<String> paths = new HashSet<>();
        for (var row : csv.rows()) {
            Optional<GroupPath> path = Optional.of(row.group().path());
            for (;
                    path.isPresent() && paths.add(path.get().value());
                    path = path.get().parent()) {
                // climbs until a path that is in the set with all above it
            }
        }
        return groups.findByPaths(paths).stream().collect(Collectors.toMap(LocalGroup::path, group -> group));
    }

    private static Refusal refused(GroupCsv csv) {
        return Refusal.invalid(
                        "import-rejected", "Nothing was imported: mode=atomic takes all rows or none. See rejected.")
                .with("rejected", csv.errors());
    }

    /** The groups of one import while it grows. */
    private final class Planting {
        private final Caller caller;
        private final Map<GroupPath, LocalGroup> tree;
        private final Map<GroupPath, Optional<UUID>> mandates = new HashMap<>();
        private final Map<LocalGroup, UUID> fresh = new LinkedHashMap<>();

        Planting(Caller caller, Map<GroupPath, LocalGroup> tree) {
            this.caller = caller;
            this.tree = new HashMap<>(tree);
        }

        boolean has(GroupPath path) {
            return tree.containsKey(path);
        }

        /** Makes the row's group and what is missing above it; a row without a mandate is refused as a row. */
        boolean plant(GroupCsv.Row row, GroupCsv csv) {
            var path = row.group().path();
            try {
                var missing = missingAbove(path);
                var mandate = mandateAbove(missing.isEmpty() ? path : missing.get(0));
                for (var above : missing) grow(above, ancestor(above, path, row.parentName()), mandate);
                grow(path, row.group(), mandate);
                return true;
            } catch (Refusal e) {
                csv.reject(row.line(), "path", e.getMessage());
                return false;
            }
        }

        void keep() {
            fresh.keySet().forEach(groups::persist);
            groups.flush();
            groups.getEntityManager().clear(); // the journal's inserts need not look through hundreds of groups
            fresh.forEach((group, mandate) -> journal.append(new Event(
                    "group.created", group.id(), group.id(), group.path().value(), caller.memberId(), mandate)));
        }

        private List<GroupPath> missingAbove(GroupPath path) {
            var missing = new ArrayList<GroupPath>();
            var above = path.parent();
            while (above.isPresent() && !has(above.get())) {
                missing.add(0, above.get());
                above = above.get().parent();
            }
            return missing;
        }

        /** The mandate that allows growing below the group above this one; none for the admin. */
        private UUID mandateAbove(GroupPath topmostNew) {
            if (topmostNew.parent().isEmpty() && caller.isAdmin()) return null;
            var above = topmostNew
                    .parent()
                    .orElseThrow(() -> Refusal.forbidden("admin-only", "Only the platform's admin makes a movement."));
            return mandates.computeIfAbsent(
                            above, path -> mandateAt(tree.get(path).ref()))
                    .orElse(null);
        }

        private Optional<UUID> mandateAt(GroupRef above) {
            directory.requireOpenAbove(above);
            return caller.isAdmin() ? Optional.empty() : Optional.of(authority.holds(caller, GROUP_CREATE, above));
        }

        private void grow(GroupPath path, NewGroup wanted, UUID mandate) {
            var now = clock.instant();
            var above = path.parent().map(tree::get);
            var policy = above.map(group -> group.content().joinPolicy()).orElse(JoinPolicy.OPEN);
            var zone = above.map(group -> group.content().zone()).orElse(ZoneId.of("UTC"));
            var content = wanted.content(policy, zone);
            var group = above.map(parent -> new LocalGroup(parent, path, content, now))
                    .orElseGet(() -> new LocalGroup(path, content, now));
            tree.put(path, group);
            fresh.put(group, mandate);
        }

        private static NewGroup ancestor(GroupPath path, GroupPath below, String nameOfParent) {
            var direct = below.parent().equals(Optional.of(path));
            var name = direct && nameOfParent != null ? nameOfParent : spelled(path.slug());
            return new NewGroup(path, name, null, null, null, null, null);
        }

        /** "south-east" as people write it: "South East". */
        private static String spelled(String slug) {
            return Arrays.stream(slug.split("-"))
                    .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                    .collect(Collectors.joining(" "));
        }
    }
}
