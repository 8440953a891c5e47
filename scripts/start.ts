/**
 * `npm start`: runs the server, fills an empty one with the demonstration place (unless DEMO=0), and says where to go.
 * The filling goes through the public API like any other client, so it stands here and not in the server.
 */
import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../server/src/config/index.ts';
import { run } from '../server/src/run.ts';
import type { Running } from '../server/src/start.ts';
import type { DemoAccount } from '../world/src/demonstration/index.ts';

const say = (line: string): void => console.log(line);

/** One password for all demonstration accounts, made for this installation. Without look-alike characters. */
function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  return `gezhi-${Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('')}`;
}

function sayAddresses(url: string): void {
  say('');
  say(`  Gezhi 格治   ${url}`);
  say(`  居民上报 report       ${url}/r`);
  say(`  网格员 field          ${url}/field`);
  say(`  工作台 desk           ${url}/desk`);
  say(`  接口 API              ${url}/api/docs`);
}

function sayAccounts(accounts: readonly DemoAccount[]): void {
  say('');
  say('  演示账号 demonstration accounts:');
  for (const { username, password, role, area, where } of accounts) {
    say(`    ${username.padEnd(12)} ${password}   ${role.padEnd(18)} ${area.padEnd(15)} ${where}`);
  }
}

/** Fills the demonstration if there is none, going on with one that was broken off. */
async function demonstrate(running: Running, config: Config): Promise<void> {
  const accountsFile = join(config.dataDir, 'demo-accounts.json');
  const underWay = join(config.dataDir, 'demo-under-way.json');
  const setupToken = await running.setUpToken();
  // Accounts on file and yet none in the database: the demonstration was removed, and is not wanted again.
  if (setupToken !== undefined && existsSync(accountsFile)) return;
  if (setupToken !== undefined) {
    writeFileSync(underWay, JSON.stringify({ password: newPassword() }), { mode: 0o600 });
  }
  if (existsSync(underWay)) {
    const { password } = JSON.parse(readFileSync(underWay, 'utf8')) as { password: string };
    const url = `http://127.0.0.1:${running.port}`;
    say('  正在准备演示数据 filling the demonstration …');
    // Read only when needed: the next start should not wait for it.
    const { fillDemonstration } = await import('../world/src/demonstration/index.ts');
    const scene = process.env['DEMO_SCENE'] !== '0';
    const accounts = await fillDemonstration({ url, setupToken, password, scene });
    writeFileSync(accountsFile, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
    rmSync(underWay);
  }
  const accounts = existsSync(accountsFile) ? (JSON.parse(readFileSync(accountsFile, 'utf8')) as DemoAccount[]) : [];
  if (accounts.length === 0) {
    say('');
    say('  这里有数据，但不是演示：正式使用请设 DEMO=0，否则不要求第二重验证，发件箱会显示验证码。');
    say('  There are data here, and no demonstration: for earnest use set DEMO=0. Without it nobody is asked for');
    say('  a second factor, and codes can be read in the outbox.');
    return;
  }
  sayAccounts(accounts);
}

await run(process.env, async (running, config) => {
  const url = config.publicUrl;
  sayAddresses(url);
  if (config.demo) await demonstrate(running, config);
  const token = await running.setUpToken();
  if (token !== undefined) say(`\n  首次设置 first set-up   ${url}/setup?token=${token}`);
  say('');
});
