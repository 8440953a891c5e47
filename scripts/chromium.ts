import { existsSync } from 'node:fs';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The browser that the browser tests drive: CHROMIUM_PATH if set, else the usual places; undefined where there is none. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  return (named === undefined ? usual : [named]).find((path) => existsSync(path));
}

/** What to tell somebody whose browser tests cannot run. */
export const howToGetChromium = [
  'NO CHROMIUM FOUND: the browser tests did NOT run.',
  '  Debian, Ubuntu:  apt-get install chromium fonts-noto-cjk',
  '  elsewhere:       install Chromium or Chrome and set CHROMIUM_PATH to its program file',
].join('\n');
