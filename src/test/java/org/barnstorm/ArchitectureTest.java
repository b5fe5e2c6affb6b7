package org.barnstorm;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.barnstorm.authority.Caller;
import org.barnstorm.platform.security.AnyProgram;
import org.barnstorm.platform.security.ProgramTokens;
import org.barnstorm.platform.security.Scoped;

/** The shape of the code: arrows between features point down, and each kind of class keeps to its job. */
@AnalyzeClasses(packages = "org.barnstorm", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    /** From the ground up. A feature may use those in the rows before its own. */
    private static final List<List<String>> LAYERS = List.of(
            List.of("platform"),
            List.of("authority", "app"),
            List.of("group"),
            List.of("member"),
            List.of("mandate"),
            List.of("campaign", "training", "moderation"),
            List.of("task"),
            List.of(
                    "practice",
                    "event",
                    "kit",
                    "relational",
                    "notification",
                    "certification",
                    "calendar",
                    "map",
                    "export",
                    "importing"),
            List.of("ladder", "regroup"),
            List.of("integration", "privacy"),
            List.of("webhook", "osdi"));

    @ArchTest
    static void features_use_only_what_is_below_them(JavaClasses all) {
        var below = new ArrayList<String>();
        for (var layer : LAYERS) {
            for (var feature : layer) {
                var open = Stream.concat(Stream.of(feature), below.stream())
                        .map(ArchitectureTest::in)
                        .toArray(String[]::new);
                noClasses()
                        .that()
                        .resideInAPackage(in(feature))
                        .should()
                        .dependOnClassesThat(resideInAPackage("org.barnstorm..").and(not(resideInAnyPackage(open))))
                        .allowEmptyShould(true) // those to come
                        .check(all);
            }
            below.addAll(layer);
        }
    }

    @ArchTest
    static final ArchRule every_package_is_in_a_layer = classes()
            .should()
            .resideInAnyPackage(Stream.concat(
                            LAYERS.stream().flatMap(List::stream).map(ArchitectureTest::in), Stream.of("org.barnstorm"))
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule the_graph_has_no_cycle =
            slices().matching("org.barnstorm.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule entities_stay_in_their_feature =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule repositories_stay_in_their_feature = classes()
            .that()
            .areAssignableTo(PanacheRepositoryBase.class)
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule resources_know_no_entities_and_no_repositories = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(Entity.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(PanacheRepositoryBase.class);

    @ArchTest
    static final ArchRule resources_are_called_so_and_say_who_may_call = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .haveSimpleNameEndingWith("Resource")
            .andShould()
            .beAnnotatedWith(RolesAllowed.class)
            .andShould()
            .notBeAnnotatedWith(PermitAll.class)
            .andShould()
            .notBeAnnotatedWith(DenyAll.class);

    /** Whoever adds one says here that nothing in it is about anybody. */
    @ArchTest
    static final ArchRule only_what_is_about_nobody_takes_no_token = methods()
            .that()
            .areAnnotatedWith(PermitAll.class)
            .should()
            .beDeclaredInClassesThat()
            .resideInAPackage(in("app"));

    /** A method of another visibility is dropped without a word, and its address answers 404. */
    @ArchTest
    static final ArchRule operations_are_public = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .and()
            .areMetaAnnotatedWith(jakarta.ws.rs.HttpMethod.class)
            .should()
            .bePublic();

    /** Jakarta REST chooses a class by its path before it looks at methods; a longer one would hide those of others. */
    @ArchTest
    static final ArchRule resources_start_at_the_root = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should(new ArchCondition<>("have the path /") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    var path = type.getAnnotationOfType(Path.class).value();
                    events.add(new SimpleConditionEvent(type, path.equals("/"), type.getName() + " has " + path));
                }
            });

    @ArchTest
    static final ArchRule a_transaction_is_a_use_case = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .or()
            .areAssignableTo(PanacheRepositoryBase.class)
            .should()
            .beAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule nor_is_a_method_of_theirs = methods()
            .that()
            .areDeclaredInClassesThat(JavaClass.Predicates.assignableTo(PanacheRepositoryBase.class))
            .or()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .should()
            .notBeAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule every_use_case_is_told_who_asks = methods()
            .that()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Service")
            .should(new ArchCondition<>("take the Caller first if a resource calls them") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    var asked = method.getCallsOfSelf().stream()
                            .anyMatch(call -> call.getOriginOwner().isAnnotatedWith(Path.class));
                    var types = method.getRawParameterTypes();
                    var told = !types.isEmpty() && types.get(0).isEquivalentTo(Caller.class);
                    events.add(new SimpleConditionEvent(method, !asked || told, method.getFullName()));
                }
            });

    /** Links to evidence are shown to people and never opened by the service, who would be sent anywhere. */
    @ArchTest
    static final ArchRule work_fetches_nothing = noClasses()
            .that()
            .resideInAPackage(in("task"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "io.vertx..", "jakarta.ws.rs.client..");

    @ArchTest
    static final ArchRule collaborators_are_visible_in_constructors =
            noFields().should().beAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses()
            .that()
            .resideOutsideOfPackage("org.barnstorm.platform.time..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    /** The role lets programs in at the door, the scope decides which: one without the other would be a mistake. */
    @ArchTest
    static final ArchRule programs_get_in_where_a_scope_says_so = methods()
            .that()
            .areMetaAnnotatedWith(jakarta.ws.rs.HttpMethod.class)
            .should(new ArchCondition<>("name the role of programs if, and only if, they name a scope") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    var scoped = method.isAnnotatedWith(Scoped.class);
                    var roles = method.isAnnotatedWith(RolesAllowed.class)
                            ? List.of(method.getAnnotationOfType(RolesAllowed.class)
                                    .value())
                            : List.of("member");
                    var others =
                            method.isAnnotatedWith(AnyProgram.class) ? List.of(ProgramTokens.ROLE) : List.of("member");
                    var expected = scoped ? List.of("member", ProgramTokens.ROLE) : others;
                    events.add(new SimpleConditionEvent(method, roles.equals(expected), method.getFullName()));
                }
            });

    private static String in(String feature) {
        return "org.barnstorm." + feature + "..";
    }
}
