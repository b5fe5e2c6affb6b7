// Reads iCalendar from standard input with ical.js, strictly, and writes what it makes of it as JSON.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const { default: ICAL } = await import(pathToFileURL(process.argv[2]));
ICAL.design.strict = true;

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, 'utf8')));
const value = (component, name) => {
    const found = component.getFirstPropertyValue(name);
    return found === null ? null : String(found);
};
const moment = time => time.toJSDate().toISOString();

process.stdout.write(JSON.stringify({
    name: value(calendar, 'x-wr-calname'),
    version: value(calendar, 'version'),
    refresh: value(calendar, 'refresh-interval'),
    zones: calendar.getAllSubcomponents('vtimezone').length,
    properties: calendar.getAllProperties().map(property => property.name),
    events: calendar.getAllSubcomponents('vevent').map(component => {
        const event = new ICAL.Event(component);
        return {
            uid: event.uid,
            summary: event.summary,
            description: event.description,
            location: event.location,
            start: moment(event.startDate),
            end: moment(event.endDate),
            minutes: event.duration.toSeconds() / 60,
            recurring: event.isRecurring(),
            attendees: event.attendees.length,
            sequence: event.sequence,
            status: value(component, 'status'),
            stamp: moment(component.getFirstPropertyValue('dtstamp')),
        };
    }),
}));
