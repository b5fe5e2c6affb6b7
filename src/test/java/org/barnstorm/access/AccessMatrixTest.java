package org.barnstorm.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Contract;
import org.barnstorm.testing.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation by every kind of caller, against the policy of {@code access-matrix.csv}; and by callers whose membership
 * or mandate is elsewhere, rests, or is over, against that of {@code access-matrix-states.csv} (T-34, T-48).
 */
@QuarkusTest
class AccessMatrixTest {
    private static final int ENOUGH = 5_000;
    private static final String DOES_NOT_APPLY = "-";
    private static final Set<String> NOBODY_HERE = Set.of("nobody", "service", "outsider", "integration");

    private static final List<AccessMatrix.Row> ROWS = AccessMatrix.rows();
    private static final StatePolicy STATES = StatePolicy.read();
    private static final List<Standing> STANDINGS = Standing.all();

    private static Scene scene;
    private static Cast cast;

    @Inject
    People people;

    @Test
    void every_operation_has_a_row_and_every_row_an_operation() {
        var documented =
                Trial.CONTRACT.operations().stream().map(Contract.Operation::id).toList();
        var decided = ROWS.stream().map(AccessMatrix.Row::operation).distinct().toList();
        assertThat(decided).containsExactlyInAnyOrderElementsOf(documented);
    }

    @Test
    void every_role_has_a_column() {
        assertThat(AccessMatrix.kinds())
                .containsAll(Stream.of(Role.values()).map(Role::name).toList());
    }

    @Test
    void the_matrix_is_large_enough() {
        var kinds = ROWS.stream().mapToInt(row -> ofKinds(row).size()).sum();
        var states = ROWS.stream().mapToInt(row -> ofStates(row).size()).sum();
        Log.infof(
                "Access matrix: %d rows; %d cells by kinds of callers and %d by %d states, together %d",
                ROWS.size(), kinds, states, STANDINGS.size() + Standing.ofSelf().size(), kinds + states);
        assertThat(kinds + states).isGreaterThanOrEqualTo(ENOUGH);
    }

    @Test
    void every_line_of_the_states_decides_something() {
        var deciding = everyStanding()
                .flatMap(standing -> ROWS.stream().map(row -> STATES.decide(standing, row)))
                .collect(Collectors.toSet());
        assertThat(STATES.lines()).allSatisfy(line -> assertThat(deciding).contains(line));
        assertThat(STATES.unknownWords(everyStanding().toList(), ROWS)).isEmpty();
    }

    /** The two policies were written one after the other, and both know the lead of the group above and of the one beside. */
    @Test
    void the_policies_agree_where_both_say_something() {
        var differences = new ArrayList<String>();
        for (var row : ROWS) {
            compare(row, Standing.Relation.PARENT, "above", differences);
            compare(row, Standing.Relation.SIBLING, "sibling", differences);
        }
        assertThat(differences).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void who_may(AccessMatrix.Row row) {
        if (cast == null) cast = new Cast(people, scene());
        var cells = new ArrayList<>(ofKinds(row));
        cells.addAll(ofStates(row));
        assertThat(new Trial(row, scene()).of(cells)).as(row.name()).isEmpty();
    }

    static Stream<AccessMatrix.Row> rows() {
        return ROWS.stream();
    }

    private List<Cell> ofKinds(AccessMatrix.Row row) {
        return row.expected().entrySet().stream()
                .filter(each -> !each.getValue().equals(DOES_NOT_APPLY))
                .map(each -> ofKind(each.getKey(), each.getValue()))
                .toList();
    }

    private Cell ofKind(String kind, String expected) {
        return new Cell(
                kind, expected, null, !NOBODY_HERE.contains(kind), false, attempt -> scene().token(kind, attempt));
    }

    private List<Cell> ofStates(AccessMatrix.Row row) {
        return everyStanding()
                .map(standing -> ofState(standing, row))
                .filter(cell -> !cell.expected().equals(DOES_NOT_APPLY))
                .toList();
    }

    private Cell ofState(Standing standing, AccessMatrix.Row row) {
        var line = STATES.decide(standing, row);
        var isSelf = standing.relation() == Standing.Relation.SELF;
        return new Cell(
                standing.toString(),
                line.expectedOf(standing, row),
                line.reason(),
                true,
                isSelf,
                attempt -> isSelf ? cast.befall(standing.state(), attempt.self()) : cast.token(standing));
    }

    private static Stream<Standing> everyStanding() {
        return Stream.concat(STANDINGS.stream(), Standing.ofSelf().stream());
    }

    private static void compare(
            AccessMatrix.Row row, Standing.Relation relation, String column, List<String> differences) {
        var standing = new Standing(Standing.State.ACTIVE, relation, Role.LEAD.name());
        var derived = STATES.decide(standing, row).expectedOf(standing, row);
        var written = row.of(column);
        var isLooser =
                written.equals("yes") && Set.of("seen", "empty").contains(derived); // how much they see is left open
        if (!derived.equals(written) && !isLooser)
            differences.add(row + " " + column + ": " + written + ", by states: " + derived);
    }

    /** One town for all rows: what a row needs is made for it alone, the callers are the same people throughout. */
    private Scene scene() {
        if (scene == null) scene = new Scene(people);
        return scene;
    }
}
