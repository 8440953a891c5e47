/** Two PostgreSQL nodes under Patroni in synchronous mode, one etcd and one HAProxy, all on this machine. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findPostgres, howToGetPostgres, postgresUser } from '../postgres-cluster.ts';
import {
  etcdArguments,
  type HaPlan,
  type NodePlan,
  patroniConfiguration,
  proxyConfiguration,
} from './configuration.ts';

export interface Pair {
  /** Of HAProxy, which leads to whoever is leader. */
  readonly port: number;
  readonly url: string;
  /** Kills the leader and all its processes at once, as a power cut would. Answers its name. */
  killLeader(): Promise<string>;
  /** Starts a killed node again and waits until it follows in step with the leader. */
  revive(name: string): Promise<void>;
  stop(): Promise<void>;
}

interface Member {
  readonly name: string;
  readonly role: string;
  readonly state: string;
}

const patienceMs = 300_000;

async function freePorts(count: number): Promise<readonly number[]> {
  const probes = await Promise.all(
    Array.from({ length: count }, async () => {
      const probe = createServer().listen(0, '127.0.0.1');
      await once(probe, 'listening');
      return probe;
    }),
  );
  const ports = probes.map((probe) => (probe.address() as AddressInfo).port);
  for (const probe of probes) probe.close();
  return ports;
}

/** Processes whose parent this is. */
function childrenOf(pid: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => {
      try {
        return Number(readFileSync(`/proc/${one}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]) === pid;
      } catch {
        return false;
      }
    });
}

function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself meanwhile.
    }
  }
}

/** @throws Error naming what is not installed */
function requirePrograms(): string {
  const bin = findPostgres();
  if (bin === undefined) throw new Error(howToGetPostgres);
  for (const program of ['etcd', 'patroni', 'haproxy'])
    if (spawnSync('which', [program]).status !== 0)
      throw new Error(`no ${program} found: \`apt-get install etcd-server patroni haproxy\``);
  return bin;
}

/** Starts all of it in a folder of its own and waits until both nodes are in step. */
export async function startPair(): Promise<Pair> {
  const bin = requirePrograms();
  const user = postgresUser();
  const folder = mkdtempSync(join(tmpdir(), 'gezhi-ha-'));
  const own = (path: string) => {
    if (user.uid !== undefined && user.gid !== undefined) chownSync(path, user.uid, user.gid);
  };
  const [etcdPort = 0, peerPort = 0, proxyPort = 0, ...rest] = await freePorts(7);
  const nodes: readonly NodePlan[] = ['north', 'south'].map((name, index) => ({
    name,
    postgresPort: rest[index * 2] ?? 0,
    restPort: rest[index * 2 + 1] ?? 0,
    folder: join(folder, name),
  }));
  const password = randomBytes(18).toString('hex');
  const plan: HaPlan = { bin, etcdPort, proxyPort, password, nodes, socketFolder: folder };
  own(folder);
  for (const node of nodes) {
    mkdirSync(node.folder, { mode: 0o700 });
    writeFileSync(join(node.folder, 'patroni.yml'), patroniConfiguration(plan, node), { mode: 0o600 });
    for (const path of [node.folder, join(node.folder, 'patroni.yml')]) own(path);
  }
  writeFileSync(join(folder, 'haproxy.cfg'), proxyConfiguration(plan));

  const running = new Map<string, ChildProcess>();
  let said = '';
  function launch(name: string, command: string, args: readonly string[], as = {}): void {
    const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], ...as });
    const hear = (chunk: Buffer) => (said = (said + chunk.toString()).slice(-8_000));
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    running.set(name, child);
  }
  const launchNode = ({ name, folder: place }: NodePlan) =>
    launch(name, 'patroni', [join(place, 'patroni.yml')], { ...user, env: { PATH: process.env['PATH'], HOME: place } });

  async function membersSaidBy({ restPort }: NodePlan): Promise<readonly Member[]> {
    const answer = await fetch(`http://127.0.0.1:${restPort}/cluster`, { signal: AbortSignal.timeout(5_000) });
    return answer.ok ? ((await answer.json()) as { members: readonly Member[] }).members : [];
  }

  /** As the first node sees it that answers at all. */
  async function members(): Promise<readonly Member[]> {
    for (const node of nodes) {
      const found = await membersSaidBy(node).catch(() => []);
      if (found.length > 0) return found;
    }
    return [];
  }

  async function until(holds: (all: readonly Member[]) => boolean, what: string): Promise<void> {
    for (const begun = performance.now(); performance.now() - begun < patienceMs; await wait(500))
      if (holds(await members())) return;
    throw new Error(`${what} in ${patienceMs / 1000} s:\n${said}`);
  }
  const inStep = (all: readonly Member[]) =>
    all.some(({ role }) => role === 'leader') && all.some(({ role }) => role === 'sync_standby');

  const stop = async (): Promise<void> => {
    for (const name of [...nodes.map((node) => node.name), 'haproxy', 'etcd']) {
      const child = running.get(name);
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await Promise.race([ended, wait(20_000)]);
      child.kill('SIGKILL');
    }
    rmSync(folder, { recursive: true, force: true });
  };

  try {
    launch('etcd', 'etcd', etcdArguments(plan, join(folder, 'etcd'), peerPort));
    for (const node of nodes) launchNode(node);
    launch('haproxy', 'haproxy', ['-db', '-f', join(folder, 'haproxy.cfg')]);
    await until(inStep, 'the two nodes were not in step');
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    port: proxyPort,
    url: `postgres://postgres:${password}@127.0.0.1:${proxyPort}/postgres`,
    killLeader: async () => {
      const leader = (await members()).find(({ role }) => role === 'leader')?.name;
      const node = nodes.find(({ name }) => name === leader);
      if (node === undefined) throw new Error('there is no leader to kill');
      const postmaster = Number(readFileSync(join(node.folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
      const patroni = running.get(node.name)?.pid;
      killAll([...(patroni === undefined ? [] : [patroni]), postmaster, ...childrenOf(postmaster)]);
      return node.name;
    },
    revive: async (name) => {
      await until((all) => all.some((one) => one.role === 'leader' && one.name !== name), 'nobody took over');
      const node = nodes.find((one) => one.name === name);
      if (node !== undefined) launchNode(node);
      await until(inStep, `${name} did not follow again`);
    },
    stop,
  };
}
