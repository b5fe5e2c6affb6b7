package org.barnstorm.osdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.task.Attendance;
import org.barnstorm.task.Attendances;

/** Attendances as OSDI has them: who has or had a place in an event. */
@ApplicationScoped
@Transactional
class AttendanceService {
    private final Attendances attendances;
    private final PeopleService people;
    private final Hal hal;

    AttendanceService(Attendances attendances, PeopleService people, Hal hal) {
        this.attendances = attendances;
        this.people = people;
        this.hal = hal;
    }

    AttendancesView list(Caller caller, UUID event, int page, int perPage, String filter) {
        var asked = Asked.of(EventService.path(event) + "/attendances", page, perPage, filter);
        var found = attendances.page(caller, event, asked.leaf(Filter.Fields.COMMON));
        var pages = asked.pages(found);
        return new AttendancesView(
                asked.page(),
                asked.size(),
                pages,
                found.total(),
                hal.links(
                        asked,
                        pages,
                        "osdi:attendances",
                        found.items().stream().map(AttendanceService::path).toList()),
                new AttendancesView.Embedded(
                        found.items().stream().map(this::view).toList()));
    }

    AttendanceView show(Caller caller, UUID event, UUID id) {
        return view(attendances.show(caller, event, id));
    }

    AttendanceView ask(Caller caller, UUID event, AttendanceBody wanted) {
        var who = people.member(caller, wanted.requireSupported().who());
        return view(attendances.ask(caller, event, who));
    }

    private AttendanceView view(Attendance attendance) {
        var links = hal.links(path(attendance));
        links.put("osdi:event", hal.link(EventService.path(attendance.taskId())));
        links.put("osdi:person", hal.link("/people/" + attendance.memberId()));
        return new AttendanceView(
                List.of(Hal.identifier(attendance.id())),
                status(attendance.answer()),
                attendance.attended(),
                attendance.createdAt(),
                attendance.createdAt(),
                attendance.changedAt(),
                links);
    }

    private static String status(Attendance.Answer answer) {
        return switch (answer) {
            case NEEDS_ACTION -> "needs action";
            case ACCEPTED -> "accepted";
            case DECLINED -> "declined";
            case CANCELLED -> "cancelled";
        };
    }

    private static String path(Attendance attendance) {
        return EventService.path(attendance.taskId()) + "/attendances/" + attendance.id();
    }
}
