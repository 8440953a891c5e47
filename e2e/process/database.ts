import { createDatabase, testRolePassword } from '../../server/src/database/testing.ts';

/** A database for a server process: the embedded one, or one of its own on the PostgreSQL that the tests were given. */
export async function databaseForServer(): Promise<{
  readonly settings: Readonly<Record<string, string>>;
  readonly drop: () => Promise<void>;
}> {
  const server = process.env['GEZHI_TEST_DATABASE_URL'] ?? '';
  if (server === '') return { settings: {}, drop: () => Promise.resolve() };
  const { url, drop } = await createDatabase(server);
  const app = new URL(url);
  app.username = 'gezhi_app';
  app.password = encodeURIComponent(testRolePassword);
  return { settings: { DATABASE_URL: url, DATABASE_APP_URL: app.href }, drop };
}
