package org.barnstorm.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import barnstorm.client.ApiClient;
import barnstorm.client.ApiException;
import barnstorm.client.api.AssignmentsApi;
import barnstorm.client.api.GroupsApi;
import barnstorm.client.api.MandatesApi;
import barnstorm.client.api.MeApi;
import barnstorm.client.api.MembershipsApi;
import barnstorm.client.api.ResultsApi;
import barnstorm.client.api.TasksApi;
import barnstorm.client.model.Assignment;
import barnstorm.client.model.AssignmentStatus;
import barnstorm.client.model.Completion;
import barnstorm.client.model.NewGroup;
import barnstorm.client.model.NewMandate;
import barnstorm.client.model.NewTask;
import barnstorm.client.model.Outcome;
import barnstorm.client.model.Role;
import java.util.UUID;
import org.barnstorm.e2e.KeycloakPeople;

/** The main job with the generated Java client; story.ts tells the same. */
final class JavaStory {
    private final String api;
    private final KeycloakPeople people;
    private final String movement;

    JavaStory(String api, KeycloakPeople people, String movement) {
        this.api = api;
        this.people = people;
        this.movement = movement;
    }

    void tell() throws ApiException {
        var lead = signIn("national-lead");
        var volunteer = signIn("volunteer");
        lead(lead);
        var task = task(lead);
        new MembershipsApi(volunteer).joinGroup(movement);
        new MembershipsApi(lead).joinGroup(movement);
        var hold = new AssignmentsApi(volunteer).claimTask(task);
        assertThat(hold.getStatus()).isEqualTo(AssignmentStatus.HELD);
        assertThat(hold.getLeaseUntil()).isNotNull();
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> new AssignmentsApi(lead).claimTask(task))
                .satisfies(refusal -> assertThat(refusal.getCode()).isEqualTo(409))
                .satisfies(refusal -> assertThat(refusal.getResponseBody()).contains("/problems/task-full"));
        finish(hold, volunteer, lead);
    }

    private void lead(ApiClient lead) throws ApiException {
        var admin = signIn("admin");
        new GroupsApi(admin).createGroup(new NewGroup().path(movement).name("Clients"), null);
        var mandate = new NewMandate()
                .memberId(new MeApi(lead).getMe().getId())
                .group(movement)
                .role(Role.LEAD);
        new MandatesApi(admin).grantMandate(mandate, null);
    }

    /** Made twice with the same key, which is once. */
    private UUID task(ApiClient lead) throws ApiException {
        var wanted = new NewTask()
                .group(movement)
                .title("Fold leaflets ✊")
                .remote(true)
                .effortMinutes(30)
                .capacity(1);
        var key = UUID.randomUUID().toString();
        var draft = new TasksApi(lead).createTask(wanted, key);
        assertThat(new TasksApi(lead).createTask(wanted, key).getId()).isEqualTo(draft.getId());
        assertThat(draft.getTitle()).isEqualTo(wanted.getTitle());
        return new TasksApi(lead).publishTask(draft.getId(), null).getId();
    }

    private static void finish(Assignment hold, ApiClient volunteer, ApiClient lead) throws ApiException {
        var how = new Completion()
                .fence(hold.getFence())
                .outcome(new Outcome().code("done").quantity(200));
        var done = new ResultsApi(volunteer).completeAssignment(hold.getId(), how, null);
        assertThat(done.getStatus()).isEqualTo(AssignmentStatus.DONE);
        var verified = new ResultsApi(lead).verifyAssignment(hold.getId(), null);
        assertThat(verified.getStatus()).isEqualTo(AssignmentStatus.VERIFIED);
        assertThat(verified.getOutcome().getQuantity()).isEqualTo(200);
    }

    /** With the authorization code and PKCE, as apps do. */
    private ApiClient signIn(String name) {
        var token = people.signIn(name, KeycloakPeople.PASSWORD);
        var client = new ApiClient();
        client.updateBaseUri(api);
        return client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
    }
}
