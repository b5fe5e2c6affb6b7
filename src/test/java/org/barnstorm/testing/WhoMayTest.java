package org.barnstorm.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.barnstorm.authority.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A role that is added later must be decided for every operation: each {@code who_may_…} test has a row for it. */
class WhoMayTest {
    static Stream<Method> every_role_has_a_row() {
        return new ClassFileImporter()
                .importPackages("org.barnstorm").stream()
                        .flatMap(each -> each.getMethods().stream())
                        .filter(method -> method.getName().startsWith("who_may_"))
                        .map(method -> method.reflect());
    }

    @ParameterizedTest
    @MethodSource
    void every_role_has_a_row(Method test) {
        var rows = test.getAnnotation(CsvSource.class);
        assertThat(rows).as("rows of " + test).isNotNull();
        assertThat(rows.value())
                .extracting(row -> row.split(",")[0].trim())
                .containsExactlyInAnyOrderElementsOf(everybody());
    }

    @Test
    void there_are_such_tests() {
        assertThat(every_role_has_a_row()).hasSizeGreaterThan(10);
    }

    private static List<String> everybody() {
        return Stream.concat(
                        Stream.of(People.MEMBER), Arrays.stream(Role.values()).map(Role::name))
                .toList();
    }
}
