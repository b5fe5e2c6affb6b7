package org.barnstorm.platform.problem;

import static org.hamcrest.Matchers.is;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Problems;
import org.junit.jupiter.api.Test;

/** A pool with nothing left is, to a caller, a database that is away (T-11). */
@QuarkusTest
class DatabaseAwayTest {
    @Inject
    People people;

    @Inject
    AgroalDataSource pool;

    @Test
    void without_a_connection_the_answer_is_503_within_moments_and_then_it_heals() throws SQLException {
        var person = people.newcomer();
        var held = new ArrayList<Connection>();
        try {
            takeAll(held);
            Problems.refused(person.get("/me"), 503, "unavailable").header("Retry-After", is("2"));
        } finally {
            for (var connection : held) connection.close();
        }
        person.get("/me").statusCode(200);
    }

    private void takeAll(List<Connection> held) throws SQLException {
        var size = pool.getConfiguration().connectionPoolConfiguration().maxSize();
        for (int i = 0; i < size; i++) held.add(pool.getConnection());
    }
}
