import pg from 'pg';

interface Node {
  readonly host: string;
  readonly port: number;
}

/** Few shards: a test file makes every table anew, and each shard is a table more. */
const shards = 4;

/** Runs statements one by one, each outside a transaction, and answers the rows of the last. */
export async function runOn(
  url: string,
  ...statements: readonly string[]
): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    let rows: readonly Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query<Record<string, unknown>>(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

/** The same user and password at another node or in another database. */
export function elsewhere(url: string, to: { readonly node?: Node; readonly database?: string }): string {
  const other = new URL(url);
  if (to.node !== undefined) {
    other.hostname = to.node.host;
    other.port = String(to.node.port);
  }
  if (to.database !== undefined) other.pathname = `/${to.database}`;
  return other.href;
}

/** Workers of the cluster whose coordinator stands at the URL; undefined where that is no coordinator. */
export async function workersOf(url: string): Promise<readonly Node[] | undefined> {
  const found = await runOn(url, "select 1 from pg_extension where extname = 'citus'");
  if (found.length === 0) return undefined;
  const rows = await runOn(
    url,
    'select nodename as host, nodeport as port from pg_dist_node where groupid <> 0 order by nodeid',
  );
  return rows.map((row) => ({ host: String(row['host']), port: Number(row['port']) }));
}

/** Makes a database of one name on every node and joins them. */
export async function createOnCluster(url: string, workers: readonly Node[], name: string): Promise<void> {
  const own = elsewhere(url, { database: name });
  const there = new URL(url);
  const urls = [url, ...workers.map((node) => elsewhere(url, { node }))];
  await Promise.all(urls.map((node) => runOn(node, `create database ${name}`)));
  await Promise.all(urls.map((node) => runOn(elsewhere(node, { database: name }), 'create extension citus')));
  await runOn(
    own,
    `alter database ${name} set citus.shard_count = ${shards}`,
    `select citus_set_coordinator_host('${there.hostname}', ${there.port || '5432'})`,
    ...workers.map(({ host, port }) => `select citus_add_node('${host}', ${port})`),
  );
}

/** Drops the database on every node; what the nodes still hold open among themselves is cut, and may take a moment. */
export async function dropOnCluster(url: string, workers: readonly Node[], name: string): Promise<void> {
  for (const node of [url, ...workers.map((worker) => elsewhere(url, { node: worker }))])
    for (let tries = 1; ; tries += 1) {
      try {
        await runOn(node, `drop database if exists ${name} with (force)`);
        break;
      } catch (error) {
        if (tries === 5) throw error;
      }
    }
}

const lock = 'select pg_advisory_lock(7305)';

/**
 * A database of a name on every node with what `prepare` makes in a database. Making a schema on a cluster takes long:
 * it is made once for each `state` of it, and copied.
 */
export async function copyOnCluster(
  url: string,
  workers: readonly Node[],
  name: string,
  { state, prepare }: { readonly state: string; readonly prepare: (url: string) => Promise<void> },
): Promise<void> {
  const template = `gezhi_template_${state}`;
  const nodes = [url, ...workers.map((node) => elsewhere(url, { node }))];
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(lock);
    const { rows } = await client.query(
      "select datname, datallowconn from pg_database where datname ~ '^gezhi_template_'",
    );
    if (!rows.some((row) => row['datname'] === template && row['datallowconn'] === false)) {
      for (const row of rows) await dropOnCluster(url, workers, String(row['datname']));
      await createOnCluster(url, workers, template);
      await prepare(elsewhere(url, { database: template }));
      // A database is copied while nobody is in it, and each node's own watcher would be.
      for (const node of nodes.toReversed())
        await runOn(
          node,
          `alter database ${template} allow_connections false`,
          `select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '${template}'`,
        );
    }
    await Promise.all(nodes.map((node) => runOn(node, `create database ${name} template ${template}`)));
  } finally {
    await client.end();
  }
}
