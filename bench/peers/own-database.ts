import pg from 'pg';

/** Makes a program's own database in the cluster. @returns its address, the owner's */
export async function ownDatabase(cluster: string, name: string): Promise<URL> {
  const main = new pg.Client({ connectionString: cluster });
  await main.connect();
  await main.query(`create database ${name}`);
  await main.end();
  const address = new URL(cluster);
  address.pathname = `/${name}`;
  return address;
}
