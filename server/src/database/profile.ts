/** The three sizes the program runs at. */
export type Size = 'pglite' | 'postgres' | 'citus';

/** Everything in which the three sizes differ. Nothing else in the program may ask which one it runs on. */
export interface Profile {
  readonly size: Size;
  /** Whether the `@distribute` part of a migration runs. */
  readonly distributes: boolean;
  /** Role taken inside each transaction; absent where the program logs in as that role. */
  readonly takesRole?: 'gezhi_app';
  /** Whether one process has it for itself, so that commands ask a running server instead of opening it. */
  readonly alone: boolean;
  /** How other listeners learn of a commit: inside this process only, or by NOTIFY to all of them. */
  readonly wake: 'process' | 'notify';
  /** Connections the program keeps for its own transactions. */
  readonly connections: number;
  /** Name by which pg-boss knows this size. */
  readonly jobs: 'pglite' | 'postgres' | 'citus';
  /** Settings of the sessions pg-boss works in. */
  readonly jobsSession?: { readonly options: string };
  /** SQL that begins each transaction of the owner in which tables are made or changed. */
  readonly changesSchemaWith: readonly string[];
  /** SQL the owner runs on the application role. */
  readonly roleSettings: readonly string[];
}

const profiles: Record<Size, Profile> = {
  // One user and one connection: row-level security guards against mistakes, not against an intruder.
  pglite: {
    size: 'pglite',
    distributes: false,
    takesRole: 'gezhi_app',
    alone: true,
    wake: 'process',
    connections: 1,
    jobs: 'pglite',
    changesSchemaWith: [],
    roleSettings: [],
  },
  postgres: {
    size: 'postgres',
    distributes: false,
    alone: false,
    wake: 'notify',
    connections: 16,
    jobs: 'postgres',
    changesSchemaWith: [],
    roleSettings: [],
  },
  citus: {
    size: 'citus',
    distributes: true,
    alone: false,
    wake: 'notify',
    connections: 16,
    jobs: 'citus',
    // Tables, functions and policies in one transaction take one connection to each worker.
    changesSchemaWith: ["set local citus.multi_shard_modify_mode to 'sequential'"],
    // The scope must reach the workers; pg-boss's own settings must not.
    jobsSession: { options: '-c citus.propagate_set_commands=none' },
    roleSettings: ["alter role gezhi_app set citus.propagate_set_commands = 'local'"],
  },
};

/** The profile of a size. */
export function profileOf(size: Size): Profile {
  return profiles[size];
}
