import { resolve } from 'node:path';
import { z } from 'zod';

/** The program's settings, checked once at start. */
export interface Config {
  readonly host: string;
  /** 0 lets the system choose, for tests. */
  readonly port: number;
  readonly dataDir: string;
  /** Address residents and staff use, without a slash at the end. */
  readonly publicUrl: string;
  readonly database: { readonly url?: string | undefined; readonly appUrl?: string | undefined };
  /** Fill an empty database with the demonstration place; relaxes what only a demonstration may. */
  readonly demo: boolean;
  /** County of a report or an Open311 call that names none. */
  readonly defaultCounty: string | undefined;
  readonly clock: 'real' | 'settable';
  /** `id:base64` of each master key, the current one first; empty: kept in DATA_DIR/keys. */
  readonly masterKeys: string | undefined;
  readonly files: { readonly kind: 'folder' } | S3Settings;
  readonly mail: { readonly url: string; readonly from: string } | undefined;
  readonly sms: SmsSettings | undefined;
  /** Origins of push services in our own network: they may be private, on any port, without https. */
  readonly pushTrusted: readonly string[];
  readonly logLevel: string;
  /** Addresses whose X-Forwarded-* headers are believed. */
  readonly trustProxy: readonly string[];
  /** Ordinary requests a minute from one address; 0 turns every limit off, for load tests. */
  readonly rateLimit: number;
  /** Folder of the built web. */
  readonly webDir: string;
  readonly map: MapSettings;
}

/** The map under everything: an archive of tiles on this machine, a server of tiles, or nothing. */
export interface MapSettings {
  /** Path of a PMTiles file. */
  readonly archive: string | undefined;
  /** Address of tiles with `{z}`, `{x}` and `{y}`; WGS 84 web mercator. */
  readonly tiles: string | undefined;
  /** Whether the tiles of that address are pictures or shapes. */
  readonly tileKind: 'raster' | 'vector';
  /** Deepest zoom for which there are tiles at that address. */
  readonly maxZoom: number;
  /** Whom the map is owed to, shown in its corner. */
  readonly attribution: string | undefined;
}

export interface S3Settings {
  readonly kind: 's3';
  readonly bucket: string;
  readonly region: string;
  readonly endpoint: string | undefined;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A provider of short messages that takes one by a POST of JSON. */
export interface SmsSettings {
  readonly url: string;
  readonly authorization: string | undefined;
  /** JSON text in which `{to}` and `{text}` stand for the number and the message. */
  readonly body: string;
}

/** Thrown with one line for each wrong setting. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings';
}

const flag = z.enum(['0', '1'], { error: 'must be 0 or 1' });
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be a http or https address' });
const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must be postgres://user:password@host:port/database',
});
const filled = z.string().min(1);
const tileAddress = z
  .url({ protocol: /^https?$/, error: 'must be a http or https address with {z}, {x} and {y}' })
  .refine((address) => ['{z}', '{x}', '{y}'].every((part) => address.includes(part)), {
    error: 'must hold {z}, {x} and {y}',
  })
  .refine((address) => !/[{}\s;,'"]/.test(hostOf(address)), { error: 'must name its host in full' });

function hostOf(address: string): string {
  return /^https?:\/\/([^/?#]*)/.exec(address)?.[1] ?? '';
}

function isMessageTemplate(text: string): boolean {
  try {
    JSON.parse(text);
  } catch {
    return false;
  }
  return text.includes('{to}') && text.includes('{text}');
}

const partsOf = (text: string | undefined): readonly string[] =>
  (text ?? '').split(/[, ]+/).filter((part) => part !== '');

const areOrigins = (text: string): boolean =>
  partsOf(text).every((part) => URL.canParse(part) && /^https?:/.test(part) && new URL(part).origin === part);

const settings = z.object({
  HOST: filled.default('0.0.0.0'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'must be a whole number from 0 to 65535' })
    .transform(Number)
    .refine((port) => port <= 65_535, { error: 'must be a whole number from 0 to 65535' })
    .default(8080),
  DATA_DIR: filled.default('./data'),
  PUBLIC_URL: httpUrl.optional(),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_APP_URL: postgresUrl.optional(),
  DEMO: flag.default('1'),
  DEFAULT_COUNTY: z
    .string()
    .regex(/^\d{6}$/, { error: 'must be the six digits of a county' })
    .optional(),
  GEZHI_CLOCK: z.enum(['real', 'settable'], { error: 'must be real or settable' }).default('real'),
  GEZHI_KEY: filled.optional(),
  S3_BUCKET: filled.optional(),
  S3_REGION: filled.default('us-east-1'),
  S3_ENDPOINT: httpUrl.optional(),
  S3_ACCESS_KEY_ID: filled.optional(),
  S3_SECRET_ACCESS_KEY: filled.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be smtp://user:password@host:port' }).optional(),
  SMTP_FROM: z.email({ error: 'must be an e-mail address' }).optional(),
  SMS_URL: httpUrl.optional(),
  SMS_AUTHORIZATION: filled.optional(),
  SMS_BODY: z
    .string()
    .refine(isMessageTemplate, { error: 'must be JSON with {to} and {text} in it' })
    .default('{"to":"{to}","text":"{text}"}'),
  PUSH_TRUSTED: z
    .string()
    .refine(areOrigins, { error: 'must be origins such as https://push.example.org:8443, separated by commas' })
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
  TRUST_PROXY: z
    .string()
    .regex(/^[0-9a-fA-F.:/, ]+$/, { error: 'must be addresses or networks such as 127.0.0.1,10.0.0.0/8' })
    .optional(),
  RATE_LIMIT: z
    .string()
    .regex(/^\d{1,7}$/, { error: 'must be a whole number of requests a minute, 0 for no limit' })
    .transform(Number)
    .default(6_000),
  MAP_PMTILES: filled.optional(),
  MAP_TILES: tileAddress.optional(),
  MAP_TILES_KIND: z.enum(['raster', 'vector'], { error: 'must be raster or vector' }).optional(),
  MAP_TILES_MAX_ZOOM: z
    .string()
    .regex(/^(?:[0-9]|1[0-9]|2[0-2])$/, { error: 'must be a whole number from 0 to 22' })
    .transform(Number)
    .default(18),
  MAP_ATTRIBUTION: z.string().max(200, { error: 'must be at most 200 characters' }).optional(),
  WEB_DIR: filled.default(resolve(import.meta.dirname, '../../../web/dist')),
});

type Settings = z.output<typeof settings>;

/** Rules that join several settings: [does it hold, name, what is wrong]. */
function together(env: Settings): readonly (readonly [holds: boolean, name: string, wrong: string])[] {
  const s3 = [env.S3_BUCKET, env.S3_ACCESS_KEY_ID, env.S3_SECRET_ACCESS_KEY];
  return [
    [env.GEZHI_CLOCK === 'real' || env.DEMO === '1', 'GEZHI_CLOCK', 'settable is for the demonstration only (DEMO=1)'],
    [env.DATABASE_APP_URL === undefined || env.DATABASE_URL !== undefined, 'DATABASE_APP_URL', 'needs DATABASE_URL'],
    [
      s3.every((part) => part === undefined) || s3.every((part) => part !== undefined),
      'S3_BUCKET',
      'S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together',
    ],
    [
      env.MAP_PMTILES === undefined || env.MAP_TILES === undefined,
      'MAP_PMTILES',
      'take either MAP_PMTILES (a file) or MAP_TILES (a tile server)',
    ],
    [(env.SMTP_URL === undefined) === (env.SMTP_FROM === undefined), 'SMTP_FROM', 'SMTP_URL and SMTP_FROM go together'],
  ];
}

function filesOf(env: Settings): Config['files'] {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined) return { kind: 'folder' };
  return { kind: 's3', bucket, accessKeyId, secretAccessKey, region: env.S3_REGION, endpoint: env.S3_ENDPOINT };
}

/**
 * Reads the settings from the environment; an empty value counts as absent.
 * @throws WrongSettings naming every wrong value at once.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = settings.safeParse(given);
  const wrong = read.success
    ? together(read.data).flatMap(([holds, name, what]) => (holds ? [] : [`  ${name}: ${what}`]))
    : read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  if (wrong.length > 0) throw new WrongSettings(`wrong settings in the environment:\n${wrong.join('\n')}`);
  const env = settings.parse(given);
  return {
    host: env.HOST,
    port: env.PORT,
    dataDir: resolve(env.DATA_DIR),
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    database: { url: env.DATABASE_URL, appUrl: env.DATABASE_APP_URL },
    demo: env.DEMO === '1',
    defaultCounty: env.DEFAULT_COUNTY ?? (env.DEMO === '1' ? '450802' : undefined),
    clock: env.GEZHI_CLOCK,
    masterKeys: env.GEZHI_KEY,
    files: filesOf(env),
    mail:
      env.SMTP_URL === undefined || env.SMTP_FROM === undefined
        ? undefined
        : { url: env.SMTP_URL, from: env.SMTP_FROM },
    sms:
      env.SMS_URL === undefined
        ? undefined
        : { url: env.SMS_URL, authorization: env.SMS_AUTHORIZATION, body: env.SMS_BODY },
    logLevel: env.LOG_LEVEL,
    trustProxy: partsOf(env.TRUST_PROXY),
    pushTrusted: partsOf(env.PUSH_TRUSTED),
    rateLimit: env.RATE_LIMIT,
    webDir: env.WEB_DIR,
    map: {
      archive: env.MAP_PMTILES === undefined ? undefined : resolve(env.MAP_PMTILES),
      tiles: env.MAP_TILES,
      tileKind: env.MAP_TILES_KIND ?? (/\.(mvt|pbf)\b/.test(env.MAP_TILES ?? '') ? 'vector' : 'raster'),
      maxZoom: env.MAP_TILES_MAX_ZOOM,
      attribution: env.MAP_ATTRIBUTION,
    },
  };
}
