import { PgBoss } from 'pg-boss';
import type { Owner } from './connected.ts';
import type { Profile } from './profile.ts';

/** Schema that pg-boss keeps its tables in. */
export const jobsSchema = 'pgboss';

/** Makes or updates pg-boss's schema as the owner, and lets the application role use it. */
export async function prepareJobs(owner: Owner, profile: Profile): Promise<void> {
  const boss = new PgBoss({
    db: owner.jobs,
    backend: profile.jobs,
    schema: jobsSchema,
    supervise: false,
    schedule: false,
  });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.stop({ graceful: false, close: false });
  await owner.query(`grant usage on schema ${jobsSchema} to gezhi_app`);
  await owner.query(`grant select, insert, update, delete on all tables in schema ${jobsSchema} to gezhi_app`);
}
