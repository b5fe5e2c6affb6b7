package org.barnstorm.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Accounts and memberships go over. Of two in one group, one has ended before. */
@ApplicationScoped
class MembershipShare implements MemberShare {
    private static final String SUSPENDED = """
            select exists (
                select 1 from suspension where member_id in (:gone, :stays) and lifted_at is null) as found
            """;

    private static final String ACCOUNTS = "update identity set member_id = :stays where member_id = :gone";

    private static final String MEMBERSHIPS =
            "update membership set member_id = :stays, version = version + 1 where member_id = :gone";

    private static final String SIGNUPS =
            "update signup set member_id = :stays, version = version + 1 where member_id = :gone";

    @Override
    public List<Hurdle> hurdles() {
        return List.of(new Hurdle(
                "suspended",
                "One of the two is suspended in some group.",
                "Wait until the suspension is over, or ask the lead there to lift it.",
                SUSPENDED));
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("accounts", "identity.member_id", ACCOUNTS),
                new Step("memberships", "membership.member_id", MEMBERSHIPS),
                new Step("signups", "signup.member_id", SIGNUPS));
    }
}
