package org.barnstorm.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.barnstorm.member.MemberShare;

/** Authority never goes over: whoever goes holds none any more, and what they held is theirs in the record. */
@ApplicationScoped
class MandateShare implements MemberShare {
    private static final String HOLDS = """
            select exists (
                select 1 from mandate
                where member_id = :gone and revoked_at is null and lapsed_at is null
                  and (valid_until is null or valid_until > now())) as found
            """;

    /** Nobody gives themselves authority, or confirms it. */
    private static final String GRANTED = """
            select exists (
                select 1 from mandate
                where member_id = any(:staysIds) and (granted_by = any(:goneIds) or confirmed_by = any(:goneIds))
                  and revoked_at is null and lapsed_at is null
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
                        "The account that is to go holds a mandate, or one that is still to begin or to be confirmed.",
                        "Resign it with that account, or merge the other way round. GET /me/mandates has them.",
                        HOLDS),
                new Hurdle(
                        "granted-by-the-other",
                        "The account that is to go granted or confirmed a mandate that the other one holds.",
                        "Resign that mandate; a lead may grant it anew.",
                        GRANTED),
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
