import { run } from './run.ts';

await run(process.env, async ({ setUpToken }, { publicUrl }) => {
  const token = await setUpToken();
  // An empty server waits for its first administrator, who has to be told where.
  if (token !== undefined) console.log(`gezhi: first set-up at ${publicUrl}/setup?token=${token}`);
});
