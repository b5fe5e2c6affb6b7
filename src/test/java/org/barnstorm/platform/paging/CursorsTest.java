package org.barnstorm.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists in pages, and cursors that fit one list of one caller (T-36). */
@QuarkusTest
class CursorsTest {
    @Inject
    People people;

    final String town = People.freshTown();
    Person reader;

    @BeforeEach
    void grow() {
        for (var ward : List.of("a", "b", "c", "d")) people.grow(town + '.' + ward);
        reader = people.newcomer();
    }

    private String cursor(String query) {
        return reader.get("/groups?" + query).statusCode(200).extract().path("next");
    }

    private void refuse(Person person, String query, String cursor) {
        Problems.refused(person.request().queryParam("cursor", cursor).get("/groups?" + query), 400, "invalid-cursor");
    }

    @Test
    void pages_together_are_the_list() {
        var paths = new ArrayList<String>();
        String cursor = null;
        do {
            var request = reader.request();
            if (cursor != null) request.queryParam("cursor", cursor);
            var page = request.get("/groups?limit=2&under=" + town)
                    .then()
                    .statusCode(200)
                    .extract();
            paths.addAll(page.path("items.path"));
            cursor = page.path("next");
        } while (cursor != null);
        assertThat(paths).containsExactly(town, town + ".a", town + ".b", town + ".c", town + ".d");
    }

    @Test
    void a_page_links_to_the_next_and_the_last_one_to_none() {
        reader.get("/groups?limit=2&under=" + town)
                .header("Link", allOf(containsString("rel=\"next\""), containsString("cursor=")));
        reader.get("/groups?limit=5&under=" + town).header("Link", nullValue()).body("next", nullValue());
    }

    @Test
    void the_link_leads_to_the_next_page() {
        var link = reader.get("/groups?limit=2&under=" + town).extract().header("Link");
        var target = link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        reader.request()
                .basePath("")
                .urlEncodingEnabled(false)
                .get(target)
                .then()
                .statusCode(200)
                .body("items.path", is(List.of(town + ".b", town + ".c")));
    }

    @Test
    void another_limit_may_go_on_with_it() {
        reader.request()
                .queryParam("cursor", cursor("limit=2&under=" + town))
                .get("/groups?limit=1&under=" + town)
                .then()
                .statusCode(200)
                .body("items.path", is(List.of(town + ".b")));
    }

    @Test
    void any_changed_bit_is_noticed() {
        var bytes = Base64.getUrlDecoder().decode(cursor("limit=2&under=" + town));
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 1;
            refuse(reader, "limit=2&under=" + town, Base64.getUrlEncoder().encodeToString(bytes));
            bytes[i] ^= 1;
        }
    }

    @Test
    void what_was_never_a_cursor_is_refused() {
        for (var noise : List.of("x", "%%%", "AAAA", "0", "e30", "A".repeat(3_000))) {
            refuse(reader, "under=" + town, noise);
        }
    }

    @Test
    void somebody_elses_cursor_is_refused() {
        refuse(people.newcomer(), "limit=2&under=" + town, cursor("limit=2&under=" + town));
    }

    @Test
    void a_cursor_of_another_filter_or_list_is_refused() {
        var cursor = cursor("limit=2&under=" + town);
        refuse(reader, "limit=2", cursor);
        refuse(reader, "limit=2&q=a&under=" + town, cursor);
        refuse(reader, "limit=2&under=" + town.substring(0, town.indexOf('.')), cursor);
        Problems.refused(reader.request().queryParam("cursor", cursor).get("/me/mandates"), 400, "invalid-cursor");
    }
}
