package org.barnstorm.certification;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;

/** A group with all that the usual configuration asks for: a lead, five members, three results that others verified. */
record Earning(String group, Person lead, List<Person> members, List<UUID> results) {
    private static final int MEMBERS = 5;
    private static final int RESULTS = 3;

    static Earning in(People people, String group) {
        var lead = people.with(Role.LEAD, group);
        var members = new ArrayList<>(List.of(lead));
        while (members.size() < MEMBERS) members.add(people.member(group));
        var task = Work.open(lead, group, RESULTS);
        var results = members.subList(1, 1 + RESULTS).stream()
                .map(member -> Work.done(member, task))
                .toList();
        results.forEach(result -> Work.verify(lead, result));
        return new Earning(group, lead, members, results);
    }

    /** One of the five goes: too few. */
    void loseOne() {
        members.get(MEMBERS - 1).delete("/groups/{path}/membership", group).statusCode(204);
    }

    void comeBack() {
        members.get(MEMBERS - 1).put("/groups/{path}/membership", group).statusCode(200);
    }

    /** Lets the day have come that was announced. */
    void letDayCome() {
        Sql.run(
                "update certification set lapses_at = now() - interval '1 second' where group_id = ?"
                        + " and status = 'WARNED'",
                id());
    }

    UUID id() {
        return Sql.value(UUID.class, "select id from local_group where path = ?", group);
    }

    /** What happened to its certification, in order. */
    List<String> steps() {
        return Sql.column(
                String.class,
                "select j.type from journal j join certification c on c.id = j.subject_id"
                        + " where c.group_id = ? order by j.seq",
                id());
    }
}
