package org.barnstorm.export;

import java.io.IOException;

/** Where rows go to. */
interface Lines {
    void add(Record row) throws IOException;

    /** Sends what there is so far. */
    void flush() throws IOException;
}
