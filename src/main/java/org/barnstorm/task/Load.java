package org.barnstorm.task;

import java.sql.ResultSet;
import java.sql.SQLException;

/** How reliable somebody has been, and how many open claims they have. */
record Load(long verified, long rejected, long lapses, long open) {
    /** From the first columns of a row, which are {@link HoldRepository#COUNTS}. */
    static Load of(ResultSet row) throws SQLException {
        return new Load(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
    }

    TrackRecord record() {
        return new TrackRecord(verified, rejected, lapses);
    }
}
