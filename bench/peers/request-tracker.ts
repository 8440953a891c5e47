import { mkdirSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../../world/src/own-server.ts';
import { type Act, type Call, type Contender, pageSize, type Setting, wordsOf, workers } from './contender.ts';
import { copyTicket, type Part } from './copy-rows.ts';
import { send } from './drive.ts';
import { ownDatabase } from './own-database.ts';
import { giveToWebUser, type Program, runOnce, serveWith } from './own-program.ts';

const home = '/usr/share/request-tracker5';
const database = 'rt';
/** Above anything a run sends: a worker that ends is made anew, which is no part of a request. */
const never = '1000000';

const roles = `select id from groups where domain = 'RT::Ticket-Role' and instance = $1`;
const events = `select id from transactions where objecttype = 'RT::Ticket' and objectid = $1`;

const parts: readonly Part[] = [
  { table: 'tickets', where: 'id = $1', names: { effectiveid: 'tickets' }, times: ['created', 'lastupdated'] },
  { table: 'principals', where: `id in (${roles})`, names: {}, times: [] },
  { table: 'groups', where: `id in (${roles})`, names: { id: 'principals', instance: 'tickets' }, times: [] },
  { table: 'groupmembers', where: `groupid in (${roles})`, names: { groupid: 'principals' }, times: [] },
  {
    table: 'cachedgroupmembers',
    where: `groupid in (${roles})`,
    names: {
      groupid: 'principals',
      memberid: 'principals',
      via: 'cachedgroupmembers',
      immediateparentid: 'principals',
    },
    times: [],
  },
  { table: 'transactions', where: `id in (${events})`, names: { objectid: 'tickets' }, times: ['created'] },
  {
    table: 'attachments',
    where: `transactionid in (${events})`,
    names: { transactionid: 'transactions', parent: 'attachments' },
    times: ['created'],
  },
];

/** A clerk who may do what is asked in one queue, with a token for the API. */
const clerkScript = `
use lib '${home}/lib';
use RT; RT->LoadConfig; RT->Init;
my $user = RT::User->new(RT->SystemUser);
my ($ok, $said) = $user->Create(Name => 'clerk', Privileged => 1);
die $said unless $ok;
my $queue = RT::Queue->new(RT->SystemUser);
$queue->Load('General');
$user->PrincipalObj->GrantRight(Object => $queue, Right => $_) for qw(SeeQueue ShowTicket CreateTicket ModifyTicket);
my ($made, $why, $token) = RT::AuthToken->new(RT->SystemUser)->Create(Owner => $user->Id, Description => 'bench');
die $why unless $made;
print $token;
`;

const quoted = (text: string): string => `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`;

function prepare(folder: string, cluster: URL, port: number): Program {
  const own = join(folder, 'rt');
  const settings = {
    rtname: 'bench',
    Organization: 'bench',
    WebDomain: '127.0.0.1',
    WebPort: String(port),
    DatabaseType: 'Pg',
    DatabaseHost: cluster.hostname,
    DatabasePort: cluster.port,
    DatabaseUser: cluster.username,
    DatabasePassword: decodeURIComponent(cluster.password),
    DatabaseName: database,
    LogToSyslog: 'error',
    LogToSTDERR: 'error',
    // With the cost it has in service, most of a request is the hash of the token.
    BcryptCost: '4',
  };
  for (const name of ['', 'settings.d', 'log']) {
    mkdirSync(join(own, name), { recursive: true });
    giveToWebUser(join(own, name));
  }
  const lines = Object.entries(settings).map(([name, value]) => `Set($${name}, ${quoted(value)});`);
  // Letters are written, and thrown away.
  const text = [...lines, 'Set($MailCommand, sub { return 1 });', '1;', ''].join('\n');
  writeFileSync(join(own, 'settings.pm'), text, { mode: 0o600 });
  giveToWebUser(join(own, 'settings.pm'));
  return {
    folder: own,
    env: { RT_SITE_CONFIG: join(own, 'settings.pm'), RT_SITE_CONFIG_DIR: join(own, 'settings.d') },
  };
}

/** Debian's Request Tracker under the server it comes with (Starlet), asked over REST 2. */
export async function startRequestTracker(
  { cluster, folder, say }: Setting,
  versions: Readonly<Record<string, string>>,
): Promise<Contender> {
  const address = await ownDatabase(cluster, database);
  const port = await freePort();
  const program = prepare(folder, address, port);

  say('request-tracker: schema and data to begin with');
  await runOnce(program, '/usr/sbin/rt-setup-database-5', ['--action', 'init', '--skip-create', '--force']);
  const token = (await runOnce(program, 'perl', ['-e', clerkScript])).trim();

  const url = `http://127.0.0.1:${port}`;
  const server = await serveWith(
    program,
    `${home}/libexec/rt-server`,
    ['--server', 'Starlet', '--host', '127.0.0.1', '--port', String(port)].concat([
      `--max-workers=${workers}`,
      `--max-keepalive-reqs=${never}`,
      `--max-reqs-per-child=${never}`,
    ]),
    url,
  );
  const db = new pg.Client({ connectionString: address.href });
  await db.connect();

  let ids: readonly number[] = [];
  const headers = { authorization: `token ${token}` };
  const newest = new URLSearchParams({
    query: "Queue = 'General'",
    orderby: 'id',
    order: 'DESC',
    per_page: String(pageSize),
    fields: 'Subject,Status,Queue,Owner,Created,LastUpdated',
  });
  const calls: { readonly [Each in Act]: (nth: number) => Call } = {
    create: (nth) => ({
      method: 'POST',
      path: '/REST/2.0/ticket',
      headers,
      body: JSON.stringify({
        Queue: 'General',
        Subject: wordsOf(nth).title,
        Content: wordsOf(nth).text,
        ContentType: 'text/plain',
      }),
      status: 201,
    }),
    read: (nth) => ({ method: 'GET', path: `/REST/2.0/ticket/${ids[nth % ids.length]}`, headers, status: 200 }),
    list: () => ({ method: 'GET', path: `/REST/2.0/tickets?${newest.toString()}`, headers, status: 200 }),
  };
  return {
    name: 'RT',
    version: `RT ${versions['request-tracker5']}, Starlet, ${workers} workers`,
    url,
    pid: server.pid,
    db,
    call: (act, nth) => calls[act](nth),
    fillTo: async (count) => {
      const agent = new Agent();
      const made = JSON.parse(await send(url, agent, calls.create(0))) as { id: string | number };
      agent.destroy();
      const { rows } = await db.query<{ there: number }>('select count(*)::int as there from tickets');
      await copyTicket(db, parts, Number(made.id), count - (rows[0]?.there ?? 0));
      const some = await db.query<{ id: number }>('select id from tickets order by md5(id::text) limit 2000');
      ids = some.rows.map(({ id }) => id);
    },
    settled: () => Promise.resolve(),
    stop: async () => {
      await db.end();
      await server.stop();
    },
  };
}
