package org.barnstorm.osdi;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Work;

/** Calls the façade as clients of OSDI do: at its own address, with the token in their header. */
final class OsdiClient {
    private final Person caller;

    OsdiClient(Person caller) {
        this.caller = caller;
    }

    RequestSpecification request() {
        return Person.anonymous().basePath("/osdi/v1").header("OSDI-API-Token", caller.token());
    }

    ValidatableResponse get(String path, Object... values) {
        return request().get(path, values).then();
    }

    ValidatableResponse filtered(String path, String filter, Object... values) {
        return request().queryParam("filter", filter).get(path, values).then();
    }

    ValidatableResponse post(String path, Object body, Object... values) {
        return request()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path, values)
                .then();
    }

    /** The ids on all pages, asked for by number until one is empty. */
    List<String> ids(String list, int perPage) {
        var all = new ArrayList<String>();
        for (var page = 1; ; page++) {
            var found = ids(request()
                    .queryParam("page", page)
                    .queryParam("per_page", perPage)
                    .get(list)
                    .then());
            if (found.isEmpty()) return all;
            all.addAll(found);
        }
    }

    /** The ids on one page. */
    static List<String> ids(ValidatableResponse answer) {
        Map<String, List<Map<String, List<String>>>> embedded =
                answer.statusCode(200).extract().path("_embedded");
        return embedded.values().iterator().next().stream()
                .map(item -> item.get("identifiers").get(0).replace("barnstorm:", ""))
                .toList();
    }

    static Map<String, Object> signup(String email) {
        return Map.of("person", Map.of("email_addresses", List.of(Map.of("address", email))));
    }

    static Map<String, Object> attendance(UUID member) {
        return Map.of("person", Map.of("identifiers", List.of("other:1", "barnstorm:" + member)));
    }

    /** What one sends to make a task with a time and a place. */
    static Map<String, Object> meeting(String group, String title) {
        var start = Instant.now().plus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        var wanted = Work.leaflets(group, "title", title);
        wanted.put("remote", false);
        wanted.put("capacity", 3);
        wanted.put(
                "place",
                Map.of("name", "The Level", "location", Map.of("type", "Point", "coordinates", List.of(-0.13, 50.83))));
        wanted.put("startsAt", start.toString());
        wanted.put("endsAt", start.plus(2, ChronoUnit.HOURS).toString());
        return wanted;
    }
}
