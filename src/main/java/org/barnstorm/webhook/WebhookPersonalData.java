package org.barnstorm.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.barnstorm.member.Holding;
import org.barnstorm.member.PersonalData;
import org.barnstorm.member.PersonalRows;

/** Webhooks that somebody made, without their secrets. */
@ApplicationScoped
class WebhookPersonalData implements PersonalData {
    private static final String WEBHOOKS = """
            select id, group_id, url, types, status, reason, created_at, ended_at
            from webhook where owner_id = ? order by id
            """;

    private final PersonalRows rows;

    WebhookPersonalData(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Holding> holdings() {
        return List.of(rows.holding("webhooks", WEBHOOKS, "webhook.owner_id"));
    }

    @Override
    public Map<String, String> leftOut() {
        return Map.of();
    }
}
