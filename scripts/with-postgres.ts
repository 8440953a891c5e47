/**
 * Runs a command beside a throw-away PostgreSQL, whose owner URL it finds in GEZHI_TEST_DATABASE_URL:
 *
 *   node scripts/with-postgres.ts [--durable] node scripts/test.ts --project server
 */
import { startCluster } from './postgres-cluster.ts';
import { runBeside } from './run-beside.ts';

const args = process.argv.slice(2);
const durable = args[0] === '--durable';
const cluster = await startCluster({ durable });
try {
  process.exitCode = await runBeside(durable ? args.slice(1) : args, { GEZHI_TEST_DATABASE_URL: cluster.url });
} finally {
  await cluster.stop();
}
