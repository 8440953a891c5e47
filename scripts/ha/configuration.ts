/** What etcd, Patroni and HAProxy are told. docs/operations.md explains each choice; on real machines only names and addresses differ. */

/** One machine of the pair, here a folder and two ports. */
export interface NodePlan {
  readonly name: string;
  readonly postgresPort: number;
  /** Where Patroni answers who leads. */
  readonly restPort: number;
  readonly folder: string;
}

export interface HaPlan {
  readonly bin: string;
  readonly etcdPort: number;
  readonly proxyPort: number;
  readonly password: string;
  readonly nodes: readonly NodePlan[];
  /** Owner of the processes that may not be root's. */
  readonly socketFolder: string;
}

export function etcdArguments({ etcdPort }: HaPlan, folder: string, peerPort: number): readonly string[] {
  const client = `http://127.0.0.1:${etcdPort}`;
  const peer = `http://127.0.0.1:${peerPort}`;
  const said = {
    name: 'one',
    'data-dir': folder,
    'listen-client-urls': client,
    'advertise-client-urls': client,
    'listen-peer-urls': peer,
    'initial-advertise-peer-urls': peer,
    'initial-cluster': `one=${peer}`,
    logger: 'zap',
    'log-level': 'error',
  };
  return Object.entries(said).flatMap(([name, value]) => [`--${name}`, value]);
}

export function patroniConfiguration(plan: HaPlan, node: NodePlan): string {
  return `scope: gezhi
name: ${node.name}
restapi:
  listen: 127.0.0.1:${node.restPort}
  connect_address: 127.0.0.1:${node.restPort}
etcd3:
  host: 127.0.0.1:${plan.etcdPort}
bootstrap:
  dcs:
    # A leader that says nothing for ttl seconds is replaced: the longest part of the gap.
    ttl: 20
    loop_wait: 2
    retry_timeout: 3
    maximum_lag_on_failover: 1048576
    # A commit is answered when the other node has it too, and only that node may take over: nothing acknowledged is lost.
    synchronous_mode: true
    postgresql:
      use_pg_rewind: true
      parameters:
        max_connections: 200
        wal_log_hints: 'on'
        wal_keep_size: 256MB
        shared_buffers: 64MB
  initdb:
    - encoding: UTF8
    - locale: C.UTF-8
    - data-checksums
  pg_hba:
    - host all all 127.0.0.1/32 scram-sha-256
    - host replication replicator 127.0.0.1/32 scram-sha-256
postgresql:
  listen: 127.0.0.1:${node.postgresPort}
  connect_address: 127.0.0.1:${node.postgresPort}
  data_dir: ${node.folder}/data
  bin_dir: ${plan.bin}
  pgpass: ${node.folder}/pgpass
  authentication:
    superuser: { username: postgres, password: ${plan.password} }
    replication: { username: replicator, password: ${plan.password} }
  parameters:
    unix_socket_directories: ${plan.socketFolder}
`;
}

export function proxyConfiguration({ proxyPort, nodes }: HaPlan): string {
  const lines = nodes.map(
    ({ name, postgresPort, restPort }) =>
      `  server ${name} 127.0.0.1:${postgresPort} maxconn 200 check port ${restPort}`,
  );
  return `global
  maxconn 500
defaults
  mode tcp
  timeout connect 4s
  timeout client 30m
  timeout server 30m
listen leader
  bind 127.0.0.1:${proxyPort}
  # Patroni answers 200 at /primary on the leader alone.
  option httpchk GET /primary
  http-check expect status 200
  # Connections to a node that leads no more are ended at once, so that the server makes new ones.
  default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
${lines.join('\n')}
`;
}
