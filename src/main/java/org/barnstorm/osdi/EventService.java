package org.barnstorm.osdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.campaign.CampaignList;
import org.barnstorm.platform.GeoPoint;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.task.Meeting;
import org.barnstorm.task.Meetings;
import org.barnstorm.task.Place;
import org.barnstorm.task.TaskView;

/** Events and what labels them as OSDI has them: tasks with a time and a place, and campaigns. */
@ApplicationScoped
@Transactional
class EventService {
    private static final String EVENTS = "/events";
    private static final String TAGS = "/tags";

    private final Meetings meetings;
    private final CampaignList campaigns;
    private final Hal hal;

    EventService(Meetings meetings, CampaignList campaigns, Hal hal) {
        this.meetings = meetings;
        this.campaigns = campaigns;
        this.hal = hal;
    }

    EventsView list(Caller caller, int page, int perPage, String filter) {
        var asked = Asked.of(EVENTS, page, perPage, filter);
        var found = meetings.page(caller, asked.leaf(Filter.Fields.OF_EVENTS));
        var pages = asked.pages(found);
        var items =
                found.items().stream().map(meeting -> path(meeting.task().id())).toList();
        return new EventsView(
                asked.page(),
                asked.size(),
                pages,
                found.total(),
                hal.links(asked, pages, "osdi:events", items),
                new EventsView.Embedded(found.items().stream().map(this::view).toList()));
    }

    EventView show(Caller caller, UUID id) {
        return meetings.find(caller, id).map(this::view).orElseThrow(() -> Refusal.notFound("event"));
    }

    TagsView tags(Caller caller, int page, int perPage, String filter) {
        var asked = Asked.of(TAGS, page, perPage, filter);
        var found = campaigns.page(caller, asked.leaf(Filter.Fields.COMMON));
        var pages = asked.pages(found);
        var items = found.items().stream().map(each -> tagPath(each.id())).toList();
        return new TagsView(
                asked.page(),
                asked.size(),
                pages,
                found.total(),
                hal.links(asked, pages, "osdi:tags", items),
                new TagsView.Embedded(found.items().stream().map(this::view).toList()));
    }

    TagView tag(Caller caller, UUID id) {
        return campaigns.find(caller, id).map(this::view).orElseThrow(() -> Refusal.notFound("tag"));
    }

    private EventView view(Meeting meeting) {
        var task = meeting.task();
        return new EventView(
                List.of(Hal.identifier(task.id())),
                task.title(),
                text(task.instructions()),
                meeting.state().name().toLowerCase(Locale.ROOT),
                "open",
                task.startsAt(),
                task.endsAt(),
                task.zone().getId(),
                task.capacity(),
                task.taken(),
                location(task.place()),
                task.createdAt(),
                meeting.changedAt(),
                links(task));
    }

    private Map<String, Object> links(TaskView task) {
        var path = path(task.id());
        var links = hal.links(path);
        links.put("osdi:attendances", hal.link(path + "/attendances"));
        links.put("osdi:record_attendance_helper", hal.link(path + "/attendances"));
        if (task.campaignId() != null) links.put("osdi:tag", hal.link(tagPath(task.campaignId())));
        return links;
    }

    private TagView view(CampaignList.Entry campaign) {
        return new TagView(
                List.of(Hal.identifier(campaign.id())),
                campaign.name(),
                campaign.goal() == null ? null : text(campaign.goal()),
                campaign.createdAt(),
                campaign.changedAt(),
                hal.links(tagPath(campaign.id())));
    }

    /** Clients show descriptions as HTML: what people wrote is text to them, and no markup of theirs. */
    private static String text(String markdown) {
        return markdown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static LocationView location(Place place) {
        var point = place.location();
        return new LocationView(
                place.name(),
                point == null ? null : new LocationView.PointView(GeoPoint.latitude(point), GeoPoint.longitude(point)));
    }

    static String path(UUID id) {
        return EVENTS + '/' + id;
    }

    private static String tagPath(UUID id) {
        return TAGS + '/' + id;
    }
}
