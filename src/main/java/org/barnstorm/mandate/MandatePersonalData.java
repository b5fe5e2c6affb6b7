package org.barnstorm.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.barnstorm.member.Holding;
import org.barnstorm.member.PersonalData;
import org.barnstorm.member.PersonalRows;

/** What somebody may do, who vouches for them, and what of their day is used up. */
@ApplicationScoped
class MandatePersonalData implements PersonalData {
    private static final String MANDATES = """
            select id, group_id, role, capabilities, campaign_id, kinds, max_places, source, granted_by, granted_under,
            qualification_id, delegation_depth, valid_from, valid_until, created_at, confirmed_by, confirmed_at, lapsed_at,
            revoked_at, revoked_by, revoke_reason
            from mandate where member_id = ? order by id
            """;

    private static final String RECEIVED = """
            select id, group_id, voucher_id, mandate_id, created_at, withdrawn_at
            from vouch where member_id = ? order by id
            """;

    private static final String GIVEN = """
            select id, group_id, member_id, mandate_id, created_at, withdrawn_at
            from vouch where voucher_id = ? order by id
            """;

    private static final String BUDGETS =
            "select day, budget, used from daily_budget where member_id = ? order by day, budget";

    private static final String LOOKS =
            "select day, person_id from person_look where member_id = ? order by day, person_id";

    private final PersonalRows rows;

    MandatePersonalData(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Holding> holdings() {
        return List.of(
                rows.holding("mandates", MANDATES, "mandate.member_id"),
                rows.holding("vouchesReceived", RECEIVED, "vouch.member_id"),
                rows.holding("vouchesGiven", GIVEN, "vouch.voucher_id"),
                rows.holding("budgets", BUDGETS, "daily_budget.member_id"),
                rows.holding("looks", LOOKS, "person_look.member_id"));
    }

    @Override
    public Map<String, String> leftOut() {
        var left = new HashMap<>(PersonalData.acts(
                "mandate.granted_by",
                "mandate.revoked_by",
                "mandate.confirmed_by",
                "mandate_ending.ended_by",
                "mandate_ending.undone_by",
                "mandate_rule.set_by"));
        left.put("mandate_ending.successor_id", "what one took over is a mandate of one's own");
        left.put("person_look.person_id", "who has looked: it is counted for a day and then forgotten");
        return left;
    }
}
