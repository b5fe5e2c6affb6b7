package org.barnstorm.testing;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.barnstorm.platform.http.RequestId;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** The SQL that each request caused. Only those that a test asked to follow, by their request id, are kept. */
@Singleton
@PersistenceUnitExtension
public class Statements implements StatementInspector {
    private static final long serialVersionUID = 1L;
    private static final Map<String, List<String>> FOLLOWED = new ConcurrentHashMap<>();

    @Override
    public String inspect(String sql) {
        if (!FOLLOWED.isEmpty()) {
            var statements = FOLLOWED.get(RequestId.current());
            if (statements != null) statements.add(sql);
        }
        return sql;
    }

    /** The list that will hold the statements of the request with this id. */
    public static List<String> follow(String requestId) {
        return FOLLOWED.computeIfAbsent(requestId, id -> new CopyOnWriteArrayList<>());
    }
}
