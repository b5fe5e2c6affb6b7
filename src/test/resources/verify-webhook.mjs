// Verifies a webhook from standard input with the npm package standardwebhooks.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { Webhook } = createRequire(import.meta.url)(process.argv[2]);
const { secret, body, headers } = JSON.parse(readFileSync(0, 'utf8'));
try {
    new Webhook(secret).verify(body, headers);
    process.stdout.write('accepted');
} catch (e) {
    process.stdout.write(`refused: ${e.message}`);
}
