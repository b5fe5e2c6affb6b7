package org.barnstorm.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Two groups that have earned their certification, by what the laptop's settings ask for. In one of them somebody went: it is
 * warned, and has a month to find another member.
 */
final class DemoCertification {
    private static final String NEIGHBOUR = "uk.south-east.hove-and-portslade";
    private static final List<String> MEMBERS = List.of("local-lead", "organiser", "trainer", "volunteer");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Function<String, DemoApi> as;
    private final String town;

    DemoCertification(Function<String, DemoApi> as, String town) {
        this.as = as;
        this.town = town;
    }

    void make() {
        work(town);
        if (status(NEIGHBOUR).equals("WARNED")) return; // from a start before
        MEMBERS.forEach(name -> as.apply(name).put("/groups/" + NEIGHBOUR + "/membership"));
        as.apply("national-lead")
                .post(
                        "/mandates",
                        "mandate-" + NEIGHBOUR,
                        Map.of("memberId", as.apply("local-lead").memberId(), "group", NEIGHBOUR, "role", "LEAD"));
        work(NEIGHBOUR);
        await(NEIGHBOUR, "CERTIFIED");
        as.apply("trainer").delete("/groups/" + NEIGHBOUR + "/membership");
    }

    /** The volunteer did something, and the lead has verified it. */
    private void work(String group) {
        var lead = as.apply("local-lead");
        var wanted = Map.of("group", group, "title", "Count the leaflets", "remote", true, "effortMinutes", 30);
        var task = lead.post("/tasks", "leaflets-" + group, wanted);
        var id = task.path("id").asText();
        if (task.path("status").asText().equals("DRAFT")) lead.post("/tasks/" + id + "/publish");
        var hold = hold(id);
        var path = "/assignments/" + hold.path("id").asText();
        if (hold.path("status").asText().equals("HELD")) {
            var done = Map.of("fence", hold.path("fence").asLong(), "outcome", Map.of("code", "done", "quantity", 200));
            hold = as.apply("volunteer").post(path + "/complete", "leaflets-done-" + group, done);
        }
        if (hold.path("status").asText().equals("DONE")) lead.post(path + "/verify");
    }

    /** The volunteer's, whatever has become of it; a start that was interrupted may have made it. */
    private JsonNode hold(String task) {
        var volunteer = as.apply("volunteer");
        for (var each : volunteer.get("/me/assignments").path("items")) {
            if (each.path("taskId").asText().equals(task)) return each;
        }
        return volunteer.put("/tasks/" + task + "/claim");
    }

    private void await(String group, String status) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!status(group).equals(status)) {
            if (System.nanoTime() > until) throw new LocalFailure(group + " is not " + status + " yet");
            pause();
        }
    }

    private String status(String group) {
        return as.apply("local-lead")
                .get("/groups/" + group + "/certification")
                .path("status")
                .asText();
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted while the demo data was made", e);
        }
    }
}
