package org.barnstorm.mandate;

import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.mandate.Offices.grant;

import java.util.UUID;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Work;

/** A lead of a town with a task, and somebody they delegated to. */
final class CutOffScene {
    final Person ada;
    final String office;
    final String delegated;
    final UUID task;

    CutOffScene(People people, String town) {
        ada = people.newcomer();
        office = people.appoint(ada, LEAD, town);
        delegated = grant(ada, people.newcomer(), ORGANISER, town, "DELEGATED");
        task = Work.open(ada, town, 1);
    }
}
