package org.barnstorm.regroup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.barnstorm.member.MemberShare;

/** Whom a plan names goes by it first. Of moves that are over, who was in them stays as it was. */
@ApplicationScoped
class MoveShare implements MemberShare {
    private static final String PLANNED = """
            select exists (select 1 from group_move_person where member_id = :gone and result is null) as found
            """;

    @Override
    public List<Hurdle> hurdles() {
        return List.of(new Hurdle(
                "move-planned",
                "The account that is to go is named in the split or merge of a group that is not over.",
                "Wait until it is over.",
                PLANNED));
    }

    @Override
    public List<Step> steps() {
        return List.of();
    }
}
