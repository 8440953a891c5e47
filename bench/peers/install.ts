import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What Debian calls the two peers, and what they run on. The mail program only stands in: no letter is sent. */
const packages = [
  'redmine',
  'redmine-pgsql',
  'puma',
  'request-tracker5',
  'rt5-db-postgresql',
  'rt5-standalone',
  'msmtp-mta',
] as const;

/** Each package asks for a database of its own while it is installed; the bench makes them in its own cluster. */
const answers = [
  'dbconfig-common dbconfig-common',
  'redmine redmine/instances/default',
  'request-tracker5 request-tracker5',
]
  .map((owner) => `${owner}/dbconfig-install boolean false\n`)
  .join('');

const policy = '/usr/sbin/policy-rc.d';

function versionOf(name: string): string | undefined {
  const { stdout, status } = spawnSync('/usr/bin/dpkg-query', ['-W', '-f', '${db:Status-Status} ${Version}', name], {
    encoding: 'utf8',
  });
  const [state, version] = status === 0 ? stdout.split(' ') : [];
  return state === 'installed' ? version : undefined;
}

/** Runs the work while no package may start a service, and puts back what was there. */
function withoutServices(work: () => void): void {
  // Where nothing may start already, as in a container, it stays so.
  if (existsSync(policy) && spawnSync(policy).status === 101) return work();
  const before = existsSync(policy) ? { text: readFileSync(policy), mode: statSync(policy).mode } : undefined;
  writeFileSync(policy, '#!/bin/sh\nexit 101\n');
  chmodSync(policy, 0o755);
  try {
    work();
  } finally {
    if (before === undefined) rmSync(policy);
    else {
      writeFileSync(policy, before.text);
      chmodSync(policy, before.mode);
    }
  }
}

/**
 * Redmine's package asks Bundler for its gems when it is installed. The Bundler that came with a later Ruby (3.1.7) looks for
 * a folder that Debian's gems do not have, takes them for deleted and fails the installation; this says they are there.
 */
const gemsAreThere =
  '[Gem::Specification, Gem::StubSpecification].each { |kind| kind.prepend(Module.new { def deleted_gem? = false }) }\n';

function run(
  command: string,
  args: readonly string[],
  input?: string,
  env: Readonly<Record<string, string>> = {},
): void {
  const { status, error } = spawnSync(command, args, {
    stdio: [input === undefined ? 'ignore' : 'pipe', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', ...env },
    ...(input !== undefined && { input }),
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? `ended with ${status}`}`);
}

/**
 * Installs Debian's packages of the peers where they are missing; says so first. Answers the version of each package.
 *
 * @throws Error saying how to get them, where this is not root on Debian or they cannot be had
 */
export function installPeers(): Readonly<Record<string, string>> {
  const missing = packages.filter((name) => versionOf(name) === undefined);
  if (missing.length > 0) {
    const byHand = `apt-get install --no-install-recommends ${missing.join(' ')}`;
    if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0)
      throw new Error(`the peers are not installed, and only root on Debian can: \`${byHand}\``);
    console.log(`installing ${missing.join(' ')} (no service of theirs is started)`);
    const scratch = mkdtempSync(join(tmpdir(), 'gezhi-peers-'));
    chmodSync(scratch, 0o755);
    const patch = join(scratch, 'gems.rb');
    writeFileSync(patch, gemsAreThere);
    try {
      withoutServices(() => {
        run('debconf-set-selections', [], answers);
        run('apt-get', ['update', '-q']);
        run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...missing], undefined, {
          RUBYOPT: `-r${patch}`,
        });
      });
    } finally {
      rmSync(scratch, { recursive: true });
    }
  }
  return Object.fromEntries(
    packages.map((name) => {
      const version = versionOf(name);
      if (version === undefined) throw new Error(`Debian's ${name} could not be had`);
      return [name, version];
    }),
  );
}
