package org.barnstorm.testing;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.Role;

/**
 * The people of a test, made through the API as the product's rules have it: the admin makes a movement and appoints its
 * lead, the lead makes groups and appoints everybody else.
 */
@Singleton
public class People {
    /** In the rows of a {@code who_may_…} test: an active member without a mandate. */
    public static final String MEMBER = "MEMBER";

    private static final Set<String> PERSON = Set.of("member");
    private static final Set<String> ADMIN = Set.of("member", "admin");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Map<String, Person> leads = new ConcurrentHashMap<>();
    private final Set<String> groups = ConcurrentHashMap.newKeySet();
    private final Person admin = Person.of(TestStack.issuer(), TestIssuer.Account.called("Admin Istrator"), ADMIN);

    /** A part of the tree that no other test sees: a movement of its own and a town in it. */
    public static String freshTown() {
        return freshMovement() + ".town";
    }

    public static String freshMovement() {
        return "t" + Long.toString(System.nanoTime(), 36) + COUNT.incrementAndGet();
    }

    /** The platform's admin. */
    public Person admin() {
        return admin;
    }

    /** Somebody with an account who has never called. */
    public Person newcomer() {
        return newcomer("New Comer");
    }

    public Person newcomer(String name) {
        return Person.of(TestStack.issuer(), TestIssuer.Account.called(name), PERSON);
    }

    /** Somebody whose account lacks the realm role {@code member}. */
    public Person outsider() {
        return Person.of(TestStack.issuer(), TestIssuer.Account.called("Out Sider"), Set.of("offline_access"));
    }

    /** A program: a client that got a token for itself, with the default roles that imported ones have. */
    public Person program() {
        var account = new TestIssuer.Account(UUID.randomUUID().toString(), null, "service-account-canvass-app");
        var issuer = TestStack.issuer();
        return new Person(
                account, () -> issuer.sign(issuer.claims(account, PERSON).claim("client_id", "canvass-app")));
    }

    /** An active member of the group, without any mandate. */
    public Person member(String group) {
        return member(group, "Mem Ber");
    }

    public Person member(String group, String name) {
        grow(group);
        var member = newcomer(name);
        member.put("/groups/{path}/membership", group).statusCode(200);
        return member;
    }

    /** An active member of the group with this role's mandate there. */
    public Person with(Role role, String group) {
        var member =
                member(group, role.name().charAt(0) + role.name().substring(1).toLowerCase(java.util.Locale.ROOT));
        appoint(member, role, group);
        return member;
    }

    /** A row of a {@code who_may_…} test: a role, or {@link #MEMBER}. */
    public Person as(String roleOrMember, String group) {
        return MEMBER.equals(roleOrMember) ? member(group) : with(Role.valueOf(roleOrMember), group);
    }

    /** Gives somebody a role's mandate there, from the movement's lead; answers its id. */
    public String appoint(Person member, Role role, String group) {
        grow(group);
        return lead(group)
                .post("/mandates", Map.of("memberId", member.id(), "group", group, "role", role))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The lead of the movement that a group is in. */
    public Person lead(String group) {
        return leads.computeIfAbsent(new GroupPath(group).movement().value(), this::movement);
    }

    /** Makes the group and those above it, unless they exist. */
    public void grow(String group) {
        var path = new GroupPath(group);
        var lead = lead(group);
        path.parent().ifPresent(above -> {
            grow(above.value());
            if (groups.add(group))
                lead.post("/groups", Map.of("path", group, "name", group)).statusCode(201);
        });
    }

    private Person movement(String slug) {
        admin.post("/groups", Map.of("path", slug, "name", slug)).statusCode(201);
        var lead = newcomer("National Lead");
        admin.post("/mandates", Map.of("memberId", lead.id(), "group", slug, "role", Role.LEAD))
                .statusCode(201);
        return lead;
    }
}
