// The main job with the generated client: sign in, make a task, claim it, say that it is done, verify it.
// `ClientsIT` runs it against the packaged service and a real Keycloak and reads the line that it prints.
import {
    AssignmentsApi,
    AssignmentStatus,
    Configuration,
    GroupsApi,
    MandatesApi,
    MeApi,
    MembershipsApi,
    ResponseError,
    ResultsApi,
    Role,
    TasksApi,
} from './client/index.js';

function setting(name: string): string {
    const value = process.env[name];
    if (!value) throw new Error(`${name} is not set`);
    return value;
}

const movement = setting('BARNSTORM_MOVEMENT');

/** The password grant is there for demo accounts and no others; an app uses the authorization code with PKCE. */
async function signIn(username: string): Promise<Configuration> {
    const answer = await fetch(setting('BARNSTORM_TOKENS'), {
        method: 'POST',
        body: new URLSearchParams({
            grant_type: 'password',
            client_id: 'barnstorm-cli',
            username,
            password: setting('BARNSTORM_PASSWORD'),
        }),
    });
    if (!answer.ok) throw new Error(`Signing in answered ${answer.status}: ${await answer.text()}`);
    const token = ((await answer.json()) as { access_token: string }).access_token;
    // The generated code sends this as it is, without the scheme.
    return new Configuration({ basePath: setting('BARNSTORM_API'), accessToken: `Bearer ${token}` });
}

/** The code of the refusal, which is what a client looks at. */
async function refusal(act: Promise<unknown>): Promise<string> {
    try {
        await act;
    } catch (error) {
        if (!(error instanceof ResponseError)) throw error;
        const problem = (await error.response.json()) as { type: string };
        return problem.type.replace('/problems/', '');
    }
    throw new Error('It was not refused');
}

function expect<T>(what: string, actual: T, expected: T): void {
    if (actual !== expected) throw new Error(`${what} is ${String(actual)}, not ${String(expected)}`);
}

const admin = await signIn('admin');
const lead = await signIn('national-lead');
const volunteer = await signIn('volunteer');

await new GroupsApi(admin).createGroup({ newGroup: { path: movement, name: 'Clients' } });
const leading = await new MeApi(lead).getMe();
await new MandatesApi(admin).grantMandate({
    newMandate: { memberId: leading.id, group: movement, role: Role.Lead },
});

const wanted = { group: movement, title: 'Fold leaflets ✊', remote: true, effortMinutes: 30, capacity: 1 };
const key = crypto.randomUUID();
const draft = await new TasksApi(lead).createTask({ newTask: wanted, idempotencyKey: key });
const again = await new TasksApi(lead).createTask({ newTask: wanted, idempotencyKey: key });
expect('the task of the same key', again.id, draft.id);
expect('its title', draft.title, wanted.title);
const task = await new TasksApi(lead).publishTask({ id: draft.id });

await new MembershipsApi(volunteer).joinGroup({ path: movement });
await new MembershipsApi(lead).joinGroup({ path: movement });
const hold = await new AssignmentsApi(volunteer).claimTask({ id: task.id });
expect('the hold', hold.status, AssignmentStatus.Held);
expect('a time', hold.leaseUntil instanceof Date, true);
expect('a second claim', await refusal(new AssignmentsApi(lead).claimTask({ id: task.id })), 'task-full');

const done = await new ResultsApi(volunteer).completeAssignment({
    id: hold.id,
    completion: { fence: hold.fence, outcome: { code: 'done', quantity: 200 } },
});
expect('the hold', done.status, AssignmentStatus.Done);
const verified = await new ResultsApi(lead).verifyAssignment({ id: hold.id });
expect('the hold', verified.status, AssignmentStatus.Verified);
expect('its number', verified.outcome?.quantity, 200);

console.log(`${verified.status} ${task.id}`);
