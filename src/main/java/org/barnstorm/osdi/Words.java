package org.barnstorm.osdi;

import jakarta.ws.rs.core.MediaType;

/** What the contract says of several operations alike. */
final class Words {
    static final String JSON = MediaType.APPLICATION_JSON;
    static final String HAL = Hal.MEDIA_TYPE;

    static final String PAGE =
            "Which page. Pages have numbers as others have them: what is new comes last, and when something goes, what is behind it"
                    + " moves up.";
    static final String PER_PAGE = "How many on a page; more than 25 are 25.";
    static final String FILTER =
            "Comparisons joined by `and`: `identifier eq '…'`, or `created_date` and `modified_date` with eq, gt, ge, lt or le; of"
                    + " events also `start_date`. Any other filter is refused.";
    static final String PERSON = "Id of the person, or of a signup.";
    static final String EVENT = "Id of the event, which is that of the task.";
    static final String TAG = "Id of the tag, which is that of the campaign.";
    static final String ATTENDANCE = "Id of the attendance, which is that of the assignment.";
    static final String EXAMPLE = "0199d6f0-5f3c-7c55-9d0a-2f3f70e4fa78";
    static final String BAD_FILTER =
            "This list has no filter by email_address. Addresses and numbers are shown to nobody. Fields that can be filtered by"
                    + " here: identifier, created_date, modified_date.";
    static final String SPENT =
            "You have 100 a day of different people looked at, 100 are used, and this is 25 more. It refills at"
                    + " 2026-11-22T00:00:00Z.";

    private Words() {}
}
