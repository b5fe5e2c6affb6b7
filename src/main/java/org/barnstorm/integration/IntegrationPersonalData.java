package org.barnstorm.integration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.barnstorm.member.Holding;
import org.barnstorm.member.PersonalData;
import org.barnstorm.member.PersonalRows;

/** Programs that somebody let in. */
@ApplicationScoped
class IntegrationPersonalData implements PersonalData {
    private static final String INTEGRATIONS = """
            select id, group_id, client_id, name, scopes, requests_per_minute, created_at, valid_until, ended_at
            from integration where created_by = ? order by id
            """;

    private final PersonalRows rows;

    IntegrationPersonalData(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Holding> holdings() {
        return List.of(rows.holding("integrations", INTEGRATIONS, "integration.created_by"));
    }

    @Override
    public Map<String, String> leftOut() {
        return Map.of("integration.ended_by", ACT, "integration.member_id", "the program itself, which is nobody");
    }
}
