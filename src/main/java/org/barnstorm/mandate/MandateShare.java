package org.barnstorm.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.barnstorm.member.MemberShare;

/**
 * Authority never goes over, and nobody comes to it: neither of the two holds any. Whoever goes would otherwise sign in as an
 * organiser from then on, who need only have been talked into using their code.
 */
@ApplicationScoped
class MandateShare implements MemberShare {
    private static final String HOLDS = """
            select exists (
                select 1 from mandate
                where member_id in (:gone, :stays) and revoked_at is null and lapsed_at is null
                  and (valid_until is null or valid_until > now())) as found
            """;

    /** Two vouches for somebody would be one person's. */
    private static final String VOUCHES = """
            select exists (
                select 1 from vouch
                where withdrawn_at is null and (voucher_id = :gone or voucher_id = :stays and member_id = :gone)) as found
            """;

    @Override
    public List<Hurdle> hurdles() {
        return List.of(
                new Hurdle(
                        "holds-mandate",
                        "One of the two accounts holds a mandate, or one that is still to begin or to be confirmed.",
                        "Resign it with the account that holds it, and ask your lead to grant it anew afterwards. GET"
                                + " /me/mandates has them.",
                        HOLDS),
                new Hurdle(
                        "vouches",
                        "The account that is to go vouches for somebody, or the other one for it.",
                        "Withdraw the vouch.",
                        VOUCHES));
    }

    @Override
    public List<Step> steps() {
        return List.of();
    }
}
