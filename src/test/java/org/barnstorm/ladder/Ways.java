package org.barnstorm.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.barnstorm.testing.Person;

/** Somebody's path as they see it, and its steps sent as they stand. */
final class Ways {
    private Ways() {}

    static JsonPath path(Person person) {
        return person.get("/me/path").statusCode(200).extract().jsonPath();
    }

    static List<Map<String, Object>> steps(Person person) {
        return path(person).getList("steps");
    }

    static List<String> codes(Person person) {
        return path(person).getList("steps.code");
    }

    /** The only step of this kind. */
    static Map<String, Object> step(Person person, String code) {
        var found = steps(person).stream()
                .filter(step -> step.get("code").equals(code))
                .toList();
        assertThat(found).as("steps %s of %s", code, codes(person)).hasSize(1);
        return found.get(0);
    }

    /** What a step unlocks, by the codes. */
    @SuppressWarnings("unchecked")
    static Map<String, Map<String, Object>> unlocks(Map<String, Object> step) {
        return ((List<Map<String, Object>>) step.get("unlocks"))
                .stream().collect(Collectors.toMap(unlock -> (String) unlock.get("code"), unlock -> unlock));
    }

    @SuppressWarnings("unchecked")
    static List<String> capabilities(Map<String, Object> unlock) {
        return ((List<Map<String, Object>>) unlock.get("capabilities"))
                .stream().map(each -> (String) each.get("code")).toList();
    }

    /** Sends what the step says, as it says it. */
    @SuppressWarnings("unchecked")
    static Response go(Person person, Map<String, Object> step) {
        var action = (Map<String, Object>) step.get("action");
        var request = person.request();
        if (action.containsKey("body")) request.contentType("application/json").body(action.get("body"));
        return request.request((String) action.get("method"), (String) action.get("path"));
    }
}
