package org.barnstorm.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.authority.Capability;

/** Campaigns to test with, and mandates that are limited to them, made through the API. */
public final class Drives {
    /** What somebody needs who looks after the tasks of a campaign. */
    public static final List<Capability> TASKS =
            List.of(Capability.TASK_CREATE, Capability.TASK_EDIT, Capability.TASK_ASSIGN, Capability.ASSIGNMENT_READ);

    private Drives() {}

    /** The id of a new campaign. */
    public static UUID campaign(Person lead, String group) {
        return UUID.fromString(lead.post("/campaigns", Map.of("group", group, "name", "Warm homes"))
                .statusCode(201)
                .extract()
                .path("id"));
    }

    public static void end(Person lead, UUID campaign) {
        lead.act("/campaigns/{id}/end", campaign).statusCode(200);
    }

    /** What one sends to give somebody authority over some tasks. */
    public static Map<String, Object> limited(Person to, String group, UUID campaign, Map<String, ?> conditions) {
        var wanted = new HashMap<String, Object>();
        wanted.put("memberId", to.id());
        wanted.put("group", group);
        wanted.put("capabilities", TASKS);
        if (campaign != null) wanted.put("campaignId", campaign);
        if (conditions != null) wanted.put("conditions", conditions);
        return wanted;
    }

    /** The id of the mandate. */
    public static String appoint(Person lead, Map<String, ?> wanted) {
        return lead.post("/mandates", wanted).statusCode(201).extract().path("id");
    }

    /** The same for the tasks of a campaign, whatever they are. */
    public static String appoint(Person lead, Person to, String group, UUID campaign) {
        return appoint(lead, limited(to, group, campaign, null));
    }

    /** What one sends to make a task of a campaign. */
    public static Map<String, Object> task(String group, UUID campaign) {
        return Work.leaflets(group, "campaignId", campaign);
    }

    /** Lets a campaign have ended a while ago: longer than any writer takes. */
    public static void letTimePass(UUID campaign) {
        Sql.run("update campaign_end set ended_at = ended_at - interval '2 minutes' where campaign_id = ?", campaign);
    }
}
