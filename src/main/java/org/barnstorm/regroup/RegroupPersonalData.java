package org.barnstorm.regroup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.barnstorm.member.Holding;
import org.barnstorm.member.PersonalData;
import org.barnstorm.member.PersonalRows;

/** In which splits and merges somebody was. */
@ApplicationScoped
class RegroupPersonalData implements PersonalData {
    private static final String MOVES =
            "select move_id, from_id as group_id, named, declined_at, result from group_move_person where member_id = ? order by move_id";

    private final PersonalRows rows;

    RegroupPersonalData(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Holding> holdings() {
        return List.of(rows.holding("groupMoves", MOVES, "group_move_person.member_id"));
    }

    @Override
    public Map<String, String> leftOut() {
        return PersonalData.acts("group_move.planned_by", "group_move.ended_by");
    }
}
