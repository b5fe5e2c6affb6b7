package org.barnstorm.member;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.Callers;
import org.barnstorm.authority.Grants;
import org.barnstorm.authority.KeptOut;
import org.barnstorm.authority.SignIn;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;

/** Finds the member who signs in. The first call of a person makes them one, once, however many devices call at once. */
@ApplicationScoped
class MemberCallers implements Callers {
    private final AccountRepository accounts;
    private final MemberRepository members;
    private final Grants grants;
    private final Signups signups;
    private final Journal journal;
    private final Clock clock;

    MemberCallers(
            AccountRepository accounts,
            MemberRepository members,
            Grants grants,
            Signups signups,
            Journal journal,
            Clock clock) {
        this.accounts = accounts;
        this.members = members;
        this.grants = grants;
        this.signups = signups;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Caller of(SignIn who) {
        var found = accounts.find(who);
        if (found.isEmpty()) found = QuarkusTransaction.requiringNew().call(() -> welcome(who));
        return caller(found, who.admin());
    }

    @Override
    public Caller withId(UUID memberId) {
        return caller(accounts.of(memberId), false);
    }

    private List<AccountRepository.Account> welcome(SignIn who) {
        members.lockAccount(who);
        var meanwhile = accounts.find(who);
        if (!meanwhile.isEmpty()) return meanwhile;
        var id = Ids.next();
        members.persistNew(id, who, clock.instant());
        journal.append(new Event("member.created", id, null, null, id, null));
        signups.deliver(id, who);
        return List.of(new AccountRepository.Account(id, null, false, false));
    }

    private Caller caller(List<AccountRepository.Account> rows, boolean admin) {
        UUID id = rows.get(0).memberId();
        var keptOut = new KeptOut(
                groups(rows, row -> row.suspended() && row.below()),
                groups(rows, row -> row.suspended() && !row.below()));
        var memberOf = groups(rows, AccountRepository.Account::isMembership);
        return new Caller(id, admin, memberOf, keptOut, () -> grants.of(id));
    }

    private static Set<UUID> groups(List<AccountRepository.Account> rows, Predicate<AccountRepository.Account> which) {
        return rows.stream()
                .filter(which)
                .map(AccountRepository.Account::groupId)
                .collect(Collectors.toSet());
    }
}
