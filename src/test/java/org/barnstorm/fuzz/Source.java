package org.barnstorm.fuzz;

import org.barnstorm.access.Openings;

/** Where requests that would be done come from, and the tokens of those who send them. */
interface Source {
    Openings.Prepared opening(String operation, Chance chance);

    /** What a caller of this kind sends; null for nobody. */
    String token(String kind);

    /** What the request of this row was about is not any more as it was. */
    void used(String row);
}
