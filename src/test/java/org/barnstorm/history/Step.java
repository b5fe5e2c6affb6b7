package org.barnstorm.history;

import java.util.List;
import org.barnstorm.history.Snapshot.Row;

/** Something that takes effect at one moment between its invocation and its answer. */
interface Step {
    long invoked();

    /** The end of time if it need not have happened. */
    long returned();

    /** Whether some moment has to be found for it. */
    boolean isCertain();

    /**
     * The states that it may lead to, if it takes effect in this one and is answered as it was; none if that cannot be. The
     * same state if it only looks.
     */
    List<Places> on(Places places);

    /** The operation it stands for; null for what is no operation. */
    Operation operation();

    /** An operation of a client. */
    record Of(Operation operation, TaskModel model) implements Step {
        @Override
        public long invoked() {
            return operation.invoked();
        }

        @Override
        public long returned() {
            return operation.returned();
        }

        @Override
        public boolean isCertain() {
            return !operation.isUnknown();
        }

        @Override
        public List<Places> on(Places places) {
            return model.on(places, operation);
        }
    }

    /** The tables, read when everything has come to rest. */
    record AtRest(List<Row> rows, long invoked) implements Step {
        @Override
        public long returned() {
            return Long.MAX_VALUE;
        }

        @Override
        public boolean isCertain() {
            return true;
        }

        @Override
        public List<Places> on(Places places) {
            return RestModel.agree(places, rows) ? List.of(places) : List.of();
        }

        @Override
        public Operation operation() {
            return null;
        }
    }
}
