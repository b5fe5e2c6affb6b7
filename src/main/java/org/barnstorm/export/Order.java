package org.barnstorm.export;

import org.barnstorm.authority.GroupPath;

/**
 * What somebody wants to have.
 *
 * @param below with the groups below it
 */
record Order(Kind kind, Format format, GroupPath group, boolean below) {
    String fileName() {
        return kind.text() + "." + format.suffix();
    }
}
