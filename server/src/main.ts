import { run } from './run.ts';

// The service is in earnest unless it is told otherwise; `npm start` shows the demonstration.
const { DEMO } = process.env;
await run(
  { ...process.env, DEMO: DEMO === undefined || DEMO === '' ? '0' : DEMO },
  async ({ setUpToken }, { publicUrl }) => {
    const token = await setUpToken();
    // An empty server waits for its first administrator, who has to be told where.
    if (token !== undefined) console.log(`gezhi: first set-up at ${publicUrl}/setup?token=${token}`);
  },
);
