// Walks the OSDI façade with ketting: by links alone, from the entry point. The token comes on standard input.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [, , main, entry, email, person] = process.argv;
const token = readFileSync(0, 'utf8').trim();
const ketting = await import(pathToFileURL(main));
const { Client } = ketting.default ?? ketting;

const client = new Client(entry);
client.use(async (request, next) => {
  request.headers.set('OSDI-API-Token', token);
  return next(request);
});

const first = (data) => data.identifiers[0];
const root = client.go();
const aep = await root.get();

// Every page of events, by the links to the next.
const events = [];
let pages = 0;
for (let page = await root.follow('osdi:events'); page; ) {
  pages++;
  const state = await page.get();
  for (const event of await page.followAll('osdi:events')) events.push(await event.get());
  page = state.links.has('next') ? state.follow('next') : null;
  if (page) page = await page;
}

const people = [];
const list = await root.follow('osdi:people');
for (const one of await list.followAll('osdi:people')) {
  const data = (await one.get()).data;
  people.push(`${data.given_name} ${data.family_name}`);
}

// From an event to who comes, to whom that is, and to the tag.
const labelled = events.find((event) => event.data.title === 'Labelled');
const attendances = await labelled.follow('osdi:attendances');
const attending = [];
for (const one of await attendances.followAll('osdi:attendances')) attending.push(await one.get());
const attendee = await (await attending[0].follow('osdi:person')).get();
const back = await (await attending[0].follow('osdi:event')).get();
if (first(back.data) !== first(labelled.data)) throw new Error('The event of its attendance is another one');
const tag = await (await labelled.follow('osdi:tag')).get();

// The helpers.
const post = async (where, data) => {
  const answer = await where.fetch({
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(data),
  });
  return answer.json();
};
const helper = await root.follow('osdi:person_signup_helper');
const wanted = { person: { given_name: 'Ada', email_addresses: [{ address: email, primary: true }] } };
const signup = await post(helper, wanted);
const again = await post(helper, wanted);
const kept = await client.go(signup._links.self.href).get();
if (first(kept.data) !== first(signup)) throw new Error('The signup is not where its link leads');
const recorder = await labelled.follow('osdi:record_attendance_helper');
const recorded = await post(recorder, { person: { identifiers: [person] }, status: 'accepted' });

let refused = 0;
try {
  await client.go(`${entry}/people?filter=${encodeURIComponent("email_address eq 'a@example.org'")}`).get();
} catch (e) {
  refused = e.status;
}

console.log(
  JSON.stringify({
    namespace: aep.data.namespace,
    pages,
    events: events.map((event) => event.data.title),
    people,
    attendances: attending.map((one) => one.data.status),
    attendanceOf: first(attending[0].data),
    attendee: first(attendee.data),
    tag: first(tag.data),
    signup: first(signup),
    again: first(again),
    recorded: recorded.status,
    refused,
  }),
);
