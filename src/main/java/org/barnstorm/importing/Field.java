package org.barnstorm.importing;

/** What a column of a file can mean. */
enum Field {
    EMAIL,
    PHONE,
    FIRST_NAME,
    LAST_NAME,
    EXTERNAL_ID,
    /** Only who agreed is brought in. */
    OPTED_IN,
    /** Who does not want to hear from the movement is not brought in. */
    OPTED_OUT
}
