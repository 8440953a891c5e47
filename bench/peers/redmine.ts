import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join, relative } from 'node:path';
import pg from 'pg';
import { freePort } from '../../world/src/own-server.ts';
import { type Act, type Call, type Contender, pageSize, type Setting, wordsOf, workers } from './contender.ts';
import { copyTicket, type Part } from './copy-rows.ts';
import { send } from './drive.ts';
import { ownDatabase } from './own-database.ts';
import { giveToWebUser, type Program, runOnce, serveWith } from './own-program.ts';

const home = '/usr/share/redmine';
const database = 'redmine';

const parts: readonly Part[] = [
  {
    table: 'issues',
    where: 'id = $1',
    names: { root_id: 'issues' },
    times: ['created_on', 'updated_on'],
  },
];

/** A clerk who may do what is asked, as a member of one project, with a key for the API and no letters. */
const clerkScript = `
Setting.rest_api_enabled = 1
Setting.default_language = 'en'
user = User.new(firstname: 'Clerk', lastname: 'Bench', mail: 'clerk@example.org', language: 'en', mail_notification: 'none')
user.login = 'clerk'
user.password = SecureRandom.hex
user.save!
project = Project.create!(name: 'Bench', identifier: 'bench', is_public: false, tracker_ids: Tracker.ids, enabled_module_names: ['issue_tracking'])
Member.create!(project: project, user: user, roles: [Role.givable.first])
puts [user.api_key, project.id, Tracker.first.id].join(' ')
`;

/** A folder that Redmine takes for one of its instances. */
function prepare(folder: string, cluster: URL): Program {
  const instance = join(folder, 'redmine');
  for (const name of ['', 'config', 'log', 'files', 'tmp', 'public', 'public/plugin_assets']) {
    mkdirSync(join(instance, name), { recursive: true });
    giveToWebUser(join(instance, name));
  }
  const connection = {
    adapter: 'postgresql',
    host: cluster.hostname,
    port: Number(cluster.port),
    username: cluster.username,
    password: decodeURIComponent(cluster.password),
    database,
  };
  const files = {
    // JSON is YAML.
    'config/database.yml': JSON.stringify({ production: connection }),
    'config/secret_key.txt': randomBytes(32).toString('hex'),
    // Debian's, with the driver of this database and the server.
    Gemfile: `eval_gemfile '${home}/Gemfile'\ngem 'pg' unless dependencies.any? { |one| one.name == 'pg' }\ngem 'puma'\n`,
  };
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(instance, name), text, { mode: 0o600 });
    giveToWebUser(join(instance, name));
  }
  return {
    folder: home,
    env: {
      RAILS_ENV: 'production',
      REDMINE_INSTANCE: relative(`${home}/instances`, instance),
      BUNDLE_GEMFILE: join(instance, 'Gemfile'),
      SCHEMA: '/dev/null',
      REDMINE_LANG: 'en',
    },
  };
}

/** Debian's Redmine under Debian's puma, in production mode. */
export async function startRedmine(
  { cluster, folder, say }: Setting,
  versions: Readonly<Record<string, string>>,
): Promise<Contender> {
  const address = await ownDatabase(cluster, database);
  const program = prepare(folder, address);

  say('redmine: schema and data to begin with');
  await runOnce(program, 'bundle', ['exec', 'rake', 'db:migrate']);
  await runOnce(program, 'bundle', ['exec', 'rake', 'redmine:load_default_data']);
  const clerk = await runOnce(program, 'bundle', ['exec', 'rails', 'runner', clerkScript]);
  const [key = '', project = '', tracker = ''] = clerk.trim().split('\n').at(-1)?.split(' ') ?? [];

  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  // One thread a worker: as many requests at a time as there are connections.
  const server = await serveWith(
    program,
    'bundle',
    [
      'exec',
      'puma',
      '-e',
      'production',
      '-w',
      String(workers),
      '-t',
      '1:1',
      '--preload',
      '-b',
      `tcp://127.0.0.1:${port}`,
    ],
    url,
  );
  const db = new pg.Client({ connectionString: address.href });
  await db.connect();

  let ids: readonly number[] = [];
  const headers = { 'x-redmine-api-key': key };
  const calls: { readonly [Each in Act]: (nth: number) => Call } = {
    create: (nth) => ({
      method: 'POST',
      path: '/issues.json',
      headers,
      body: JSON.stringify({
        issue: {
          project_id: Number(project),
          tracker_id: Number(tracker),
          subject: wordsOf(nth).title,
          description: wordsOf(nth).text,
        },
      }),
      status: 201,
    }),
    read: (nth) => ({
      method: 'GET',
      path: `/issues/${ids[nth % ids.length]}.json?include=journals`,
      headers,
      status: 200,
    }),
    list: () => ({ method: 'GET', path: `/issues.json?status_id=*&limit=${pageSize}`, headers, status: 200 }),
  };
  return {
    name: 'Redmine',
    version: `Redmine ${versions['redmine']}, puma ${versions['puma']}, ${workers} workers`,
    url,
    pid: server.pid,
    db,
    call: (act, nth) => calls[act](nth),
    fillTo: async (count) => {
      const agent = new Agent();
      const made = JSON.parse(await send(url, agent, calls.create(0))) as { issue: { id: number } };
      agent.destroy();
      const { rows } = await db.query<{ there: number }>('select count(*)::int as there from issues');
      await copyTicket(db, parts, made.issue.id, count - (rows[0]?.there ?? 0));
      const some = await db.query<{ id: number }>('select id from issues order by md5(id::text) limit 2000');
      ids = some.rows.map(({ id }) => id);
    },
    settled: () => Promise.resolve(),
    stop: async () => {
      await db.end();
      await server.stop();
    },
  };
}
