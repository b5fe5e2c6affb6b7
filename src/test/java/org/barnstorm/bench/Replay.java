package org.barnstorm.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * What the database alone can do: the statements that a claim really executes, with the same transactions, prepared once
 * on each of as many connections as the service has, in a loop without anything else.
 */
final class Replay {
    /** Opens a connection as the service does. */
    interface Source {
        Connection open() throws SQLException;
    }

    private final World world;
    private final Deck deck;
    private final Script script;
    private final Source source;
    private final int connections;

    Replay(World world, Deck deck, Script script, Source source, int connections) {
        this.world = world;
        this.deck = deck;
        this.script = script;
        this.source = source;
        this.connections = connections;
    }

    /** Claims for so long, on all connections at once. */
    Score run(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        var threads = Executors.newFixedThreadPool(connections);
        try {
            Callable<Score> loop = () -> loop(end);
            var all = new Score();
            for (var each : threads.invokeAll(java.util.Collections.nCopies(connections, loop))) all.add(each.get());
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The captured statements cannot be repeated:\n" + script.listing(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    private Score loop(long end) throws SQLException {
        var score = new Score();
        try (var connection = source.open()) {
            connection.setAutoCommit(false);
            List<PreparedStatement> prepared = new ArrayList<>();
            for (var step : script.steps()) prepared.add(connection.prepareStatement(step.sql()));
            for (var began = System.nanoTime(); began < end; began = System.nanoTime()) {
                var claim = deck.deal();
                claim(connection, prepared, script.with(Script.variables(world, claim, "replay-" + deck.dealt())));
                score.count("200", System.nanoTime() - began);
            }
        }
        return score;
    }

    private void claim(Connection connection, List<PreparedStatement> prepared, Map<String, String> values)
            throws SQLException {
        for (var i = 0; i < prepared.size(); i++) {
            var step = script.steps().get(i);
            execute(prepared.get(i), step.parameters(), values);
            if (step.commit()) connection.commit();
        }
    }

    private static void execute(PreparedStatement statement, List<String> parameters, Map<String, String> values)
            throws SQLException {
        for (var i = 0; i < parameters.size(); i++) {
            var value = Script.fill(parameters.get(i), values);
            // Without a type, so that the server gives it the one that it had.
            if (value == null) statement.setNull(i + 1, Types.OTHER);
            else statement.setObject(i + 1, value, Types.OTHER);
        }
        if (!statement.execute()) return;
        try (var rows = statement.getResultSet()) {
            var columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (var i = 1; i <= columns; i++) rows.getObject(i);
            }
        }
    }
}
