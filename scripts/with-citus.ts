/** Runs a command against the Citus cluster of CITUS_URL (its coordinator, as owner); without one it says that it did not. */
import { runBeside } from './run-beside.ts';

const url = process.env['CITUS_URL'];
if (url === undefined || url === '') {
  console.log('CITUS_URL IS NOT SET: the server suite did NOT run on Citus.');
  console.log('  Give the coordinator of a throw-away cluster: CITUS_URL=postgres://… npm run test:citus');
} else {
  process.exitCode = await runBeside(process.argv.slice(2), { GEZHI_TEST_DATABASE_URL: url });
}
