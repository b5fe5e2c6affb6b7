package org.barnstorm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.platform.Rows;
import org.hibernate.Session;

/** Keeps files, piece by piece, until they are checked. */
@ApplicationScoped
class ChunkRepository {
    private final Session database;
    private final Rows rows;

    ChunkRepository(Session database, Rows rows) {
        this.database = database;
        this.rows = rows;
    }

    void add(UUID upload, int number, byte[] content) {
        rows.write(
                database,
                "insert into import_chunk (upload_id, number, content, received_at) values (?, ?, ?, now())",
                statement -> {
                    statement.setObject(1, upload);
                    statement.setInt(2, number);
                    statement.setBytes(3, content);
                });
    }

    Optional<byte[]> read(UUID upload, int number) {
        return rows
                .read(
                        "select content from import_chunk where upload_id = ? and number = ?",
                        statement -> {
                            statement.setObject(1, upload);
                            statement.setInt(2, number);
                        },
                        row -> row.getBytes(1))
                .stream()
                .findFirst();
    }

    void delete(UUID upload) {
        rows.write(
                database, "delete from import_chunk where upload_id = ?", statement -> statement.setObject(1, upload));
    }

    /** Deletes what came and became no import. */
    void deleteLost(Instant before) {
        rows.write(
                database,
                "delete from import_chunk c where c.received_at < ?"
                        + " and not exists (select 1 from member_import i where i.id = c.upload_id)",
                statement -> statement.setObject(1, Rows.moment(before)));
    }
}
