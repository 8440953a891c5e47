/** How soon a report is told to 50 listening desks: from the answer to whoever reported until it is on each stream. */
import { setTimeout as wait } from 'node:timers/promises';
import { openClient } from '../world/src/client.ts';
import { file, matters } from './grown/templates.ts';
import { listen, sessionOf } from './live/listen.ts';
import { load, machine } from './stage/machine.ts';
import { quantile, rounded } from './stage/numbers.ts';
import { onStage } from './stage/stage.ts';

const streams = Number(process.argv[2] ?? 50);
const aSecond = Number(process.argv[3] ?? 100);
const seconds = Number(process.argv[4] ?? 30);
/** Milliseconds, of 95 in 100 messages. */
const bar = 300;
const accounts = ['jia', 'yi', 'bing', 'street', 'county'];
const patienceMs = 30_000;
const warmUp = 300;

await onStage(async ({ server: { url }, db, password }) => {
  const client = openClient(url);
  const matterOf = (number: number) => matters[number % matters.length] ?? matters[0];
  for (let number = 0; number < warmUp; number += 1) {
    await file(client, matterOf(number), `${number}号院`, `warm-${process.pid}-${number}`);
  }
  const heard = new Map<string, number[]>();
  const listeners: Awaited<ReturnType<typeof listen>>[] = [];
  const sessions: string[] = [];
  for (const account of accounts) sessions.push(await sessionOf(url, account, password));
  for (let at = 0; at < streams; at += 1) {
    const opened = await listen(url, sessions[at % sessions.length] ?? '', ({ kind, ref }, now) => {
      if (kind === 'case.reported') heard.set(ref, [...(heard.get(ref) ?? []), now]);
    });
    listeners.push(opened);
  }
  console.log(await machine(db));
  console.log(`${streams} streams, ${aSecond} reports a second asked for, for ${seconds} s`);
  const answered = new Map<string, { readonly sent: number; readonly at: number }>();
  const report = async (number: number): Promise<void> => {
    const sent = performance.now();
    const { id } = await file(client, matterOf(number), `${number}号楼`, `live-${process.pid}-${number}`);
    answered.set(id, { sent, at: performance.now() });
  };
  const begun = performance.now();
  const reports: Promise<void>[] = [];
  for (let number = 0; number < aSecond * seconds; number += 1) {
    const due = begun + (number * 1000) / aSecond;
    if (due > performance.now()) await wait(due - performance.now());
    reports.push(report(number));
  }
  await Promise.all(reports);
  const rate = answered.size / ((performance.now() - begun) / 1000);
  const all = (): boolean => [...answered.keys()].every((id) => heard.get(id)?.length === streams);
  for (const until = performance.now() + patienceMs; !all() && performance.now() < until; ) await wait(100);
  for (const { close } of listeners) close();
  const late: number[] = [];
  const whole: number[] = [];
  let missing = 0;
  for (const [id, { sent, at }] of answered) {
    const times = heard.get(id) ?? [];
    missing += streams - times.length;
    for (const time of times) {
      // Some streams are quicker than the answer.
      late.push(Math.max(0, time - at));
      whole.push(time - sent);
    }
  }
  const of = (values: readonly number[]) =>
    `median ${quantile(values, 0.5).toFixed(0)}, p95 ${quantile(values, 0.95).toFixed(0)}, at most ${quantile(values, 1).toFixed(0)} ms`;
  console.log(
    `${answered.size} reports at ${rate.toFixed(1)} a second, ${late.length} messages, ${missing} missing; ${load()}`,
  );
  console.log(`from the answer: ${of(late)}`);
  console.log(`from sending the report: ${of(whole)}`);
  const value = quantile(late, 0.95);
  const reached = value < bar && missing === 0;
  console.log(
    JSON.stringify({
      figure: 'a report on another screen, milliseconds from its answer, p95',
      value: rounded(value),
      bar,
      median: rounded(quantile(late, 0.5)),
      most: rounded(quantile(late, 1)),
      fromSending: rounded(quantile(whole, 0.95)),
      streams,
      perSecond: rounded(rate, 1),
      missing,
      verdict: reached ? 'reached' : 'missed',
    }),
  );
  process.exitCode = reached ? 0 : 1;
});
