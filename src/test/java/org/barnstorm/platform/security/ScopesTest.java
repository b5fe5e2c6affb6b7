package org.barnstorm.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.ScopeRights;
import org.barnstorm.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;

/** Scopes as tokens, the contract and the documents write them, and what they leave of anybody's authority. */
class ScopesTest {
    @Test
    void the_contract_and_the_page_for_integrators_name_them_all() throws Exception {
        var named = Scope.class.getAnnotation(Schema.class).enumeration();
        assertThat(named)
                .containsExactly(Arrays.stream(Scope.values()).map(Scope::value).toArray(String[]::new));
        var page = Files.readString(Path.of("docs/integrators.md"));
        assertThat(Scope.values()).allSatisfy(scope -> assertThat(page).contains("| `" + scope.value() + "` |"));
    }

    @Test
    void of_a_tokens_scopes_those_count_that_are_ours() {
        assertThat(Scope.in("openid tasks:read profile tasks:everything")).containsExactly(Scope.TASKS_READ);
        assertThat(Scope.in(null)).isEmpty();
        assertThat(Scope.in("")).isEmpty();
    }

    @Test
    void no_scope_hands_on_or_ends_authority_or_reads_the_whole_journal() {
        assertThat(ScopeRights.capabilities(Set.of(Scope.values())))
                .containsExactlyInAnyOrder(
                        Capability.ASSIGNMENT_READ,
                        Capability.TASK_CREATE,
                        Capability.TASK_EDIT,
                        Capability.TASK_ASSIGN,
                        Capability.MEMBER_READ,
                        Capability.MEMBER_MANAGE);
    }

    @Test
    void an_operation_that_names_no_scope_is_closed_to_every_scope() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ScopeRights.require(Set.of(), Set.of(Scope.values())))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("scope-missing"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ScopeRights.require(Set.of(Scope.TASKS_WRITE), Set.of(Scope.TASKS_READ)));
        ScopeRights.require(Set.of(Scope.TASKS_READ), Set.of(Scope.TASKS_READ));
        ScopeRights.require(Set.of(Scope.TASKS_READ, Scope.MEMBERS_READ), Set.of(Scope.MEMBERS_READ));
    }
}
