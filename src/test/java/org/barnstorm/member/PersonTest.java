package org.barnstorm.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.UUID;
import org.barnstorm.authority.SignIn;
import org.barnstorm.platform.GeoPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonTest {
    private static Person person(String name, String language) {
        return new Person(
                UUID.randomUUID(), new SignIn("keycloak", "s", false, name, "ada@example.org", true, language));
    }

    @ParameterizedTest
    @CsvSource({
        "Ada Lovelace, Ada L.",
        "Ada, Ada",
        "'  Ada   King  Lovelace ', Ada L.",
        "Зоя Космодемьянская, Зоя К.",
        "Ada 🌻flower, Ada 🌻.",
        "李 小龙, 李 小.",
        "Ada-Marie d'Arc, Ada-Marie d."
    })
    void lists_show_the_first_name_and_an_initial(String name, String shown) {
        assertThat(Person.shortName(name)).isEqualTo(shown);
    }

    @Test
    void an_account_says_who_it_is() {
        var ada = person("Ada Lovelace", "fr");
        assertThat(ada.profile()).isEqualTo(new Profile("Ada Lovelace", null, "fr", null));
        assertThat(ada.email()).isEqualTo("ada@example.org");
    }

    @Test
    void an_account_without_a_name_gets_one_that_can_be_changed() {
        assertThat(person(null, null).profile()).isEqualTo(new Profile("New member", null, "en", null));
        assertThat(person("  ", null).profile().name()).isEqualTo("New member");
    }

    @ParameterizedTest
    @CsvSource({"pt_BR, pt-BR", "en-GB, en-GB", "zh-Hans-CN, zh-Hans-CN", "'not a tag', en", "'', en", "x, en"})
    void what_an_account_calls_a_language_becomes_a_tag(String locale, String language) {
        assertThat(person("Ada", locale).profile().language()).isEqualTo(language);
    }

    @Test
    void a_name_that_is_too_long_for_a_profile_is_cut_between_characters() {
        assertThat(person("x".repeat(300), "en").profile().name()).hasSize(200);
        assertThat(person("x".repeat(199) + "🌻", "en").profile().name()).isEqualTo("x".repeat(199));
        assertThat(person("x".repeat(198) + "🌻", "en").profile().name()).hasSize(200);
    }

    @Test
    void home_is_kept_to_about_a_kilometre() {
        var ada = person("Ada", "en");
        var exact = GeoPoint.of(new BigDecimal("50.829461"), new BigDecimal("-0.146789"));
        ada.edit(new Profile("Ada", null, "en", exact));
        assertThat(ada.profile().home()).isEqualTo(GeoPoint.of(new BigDecimal("50.83"), new BigDecimal("-0.15")));
        ada.edit(new Profile("Ada", null, "en", null));
        assertThat(ada.profile().home()).isNull();
    }
}
