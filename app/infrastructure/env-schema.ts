/**
 * What the environment may hold and which combinations make sense. Pure, so that every refusal has a unit test;
 * `env.server.ts` is the one place that reads the real environment.
 */
import { z } from 'zod';

const LIVE_STRIPE_KEY = /^(sk|rk)_live_/;

/** An empty variable (`PORT= npm start`) means the same as none. */
const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsAbsent, schema.optional());
const withDefault = <T extends z.ZodType<unknown, string>>(schema: T, value: string) =>
  z.preprocess((given) => blankIsAbsent(given) ?? value, schema);

const flag = z.enum(['0', '1']).transform((value) => value === '1');
const url = (protocols: RegExp, example: string) => z.url({ protocol: protocols, error: `must be an address like ${example}` });
const wholeNumber = z.string().regex(/^\d+$/, 'must be a whole number').transform(Number);

const variables = z.object({
  NODE_ENV: withDefault(z.enum(['development', 'test', 'production']), 'development'),
  DEMO: withDefault(flag, '0'),
  EMBEDDED_DATABASE: withDefault(flag, '0'),
  HOST: optional(z.string()),
  PORT: withDefault(wholeNumber.pipe(z.number().min(1).max(65_535)), '3000'),
  PUBLIC_URL: optional(url(/^https?$/, 'https://booking.example.no')),
  TRUST_PROXY: withDefault(flag, '0'),
  DATA_DIR: withDefault(z.string(), '.data'),
  DATABASE_URL: z.preprocess(blankIsAbsent, url(/^postgres(ql)?$/, 'postgresql://user:password@host:5432/name')),
  DATABASE_POOL_SIZE: withDefault(wholeNumber.pipe(z.number().min(2).max(200)), '10'),
  STRIPE_SECRET_KEY: z.preprocess(
    blankIsAbsent,
    z.string('is missing').regex(/^(sk|rk)_(test|live)_/, 'must be a secret key (sk_… or rk_…)'),
  ),
  STRIPE_WEBHOOK_SECRET: z.preprocess(
    blankIsAbsent,
    z
      .string('is missing')
      .transform((value) => value.split(',').map((secret) => secret.trim()))
      .refine(
        (secrets) => secrets.every((secret) => secret.startsWith('whsec_')),
        'must be one whsec_… or, during a rotation, two with a comma between',
      )
      .refine((secrets) => secrets.length <= 2, 'may hold two secrets at most'),
  ),
  STRIPE_API_BASE: optional(url(/^https?$/, 'http://127.0.0.1:12111')),
  REGISTER_API_BASE: withDefault(
    url(/^https?$/, 'https://data.brreg.no/enhetsregisteret/api'),
    'https://data.brreg.no/enhetsregisteret/api',
  ),
  KPI_API_BASE: withDefault(url(/^https?$/, 'https://data.ssb.no/api/pxwebapi/v2'), 'https://data.ssb.no/api/pxwebapi/v2'),
  LOCK_WEBHOOK_URL: optional(url(/^https?$/, 'https://locks.example.no/hub')),
  LOCK_WEBHOOK_SECRET: optional(
    z
      .string()
      .transform((value) => value.split(',').map((secret) => secret.trim()))
      .refine((secrets) => secrets.every((secret) => secret.length >= 32), 'must be at least 32 characters long')
      .refine((secrets) => secrets.length <= 2, 'may hold two secrets at most'),
  ),
  SMTP_URL: z.preprocess(blankIsAbsent, url(/^smtps?$/, 'smtp://user:password@mail.example.no:587')),
  MAIL_INBOX_URL: optional(url(/^http$/, 'http://127.0.0.1:8025')),
  MAIL_FROM: withDefault(z.string(), 'Sundbytunet <hei@sundbytunet.example>'),
  SESSION_SECRET: z.preprocess(blankIsAbsent, z.string('is missing').min(32, 'must be at least 32 characters long')),
  LOG_LEVEL: withDefault(z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']), 'info'),
});

/** All that is read from the environment. */
export const VARIABLE_NAMES: readonly string[] = Object.keys(variables.shape);

type Variables = z.output<typeof variables>;

export type Environment = Omit<Variables, 'DEMO' | 'EMBEDDED_DATABASE' | 'PUBLIC_URL'> & {
  /** `demo` has stand-ins, demo accounts and a readable inbox; `production` has none of them. */
  readonly mode: 'demo' | 'production';
  readonly PUBLIC_URL: string;
  /** Demo data goes only into the embedded database, never into one that was named from outside. */
  readonly maySeed: boolean;
};

export type EnvironmentResult = { ok: true; env: Environment } | { ok: false; problems: string[] };

type Source = Readonly<Record<string, string | undefined>>;

export function parseEnvironment(source: Source): EnvironmentResult {
  const parsed = variables.safeParse(source);
  const problems = [...(parsed.error?.issues ?? []).map((issue) => describe(issue, source)), ...findContradictions(source)];
  return parsed.success && problems.length === 0 ? { ok: true, env: toEnvironment(parsed.data) } : { ok: false, problems };
}

function describe(issue: z.core.$ZodIssue, source: Source): string {
  const name = String(issue.path[0]);
  return blankIsAbsent(source[name]) === undefined ? `${name} is missing` : `${name} ${issue.message}`;
}

/** Looks at the raw values, so that the list is complete even when single values are wrong too. */
function findContradictions(source: Source): string[] {
  const has = (name: string) => blankIsAbsent(source[name]) !== undefined;
  const live = LIVE_STRIPE_KEY.test(source['STRIPE_SECRET_KEY'] ?? '');
  const demo = source['DEMO'] === '1';
  const rules: [boolean, string][] = [
    [live && demo, 'DEMO must not be set together with a live Stripe key'],
    [live && has('STRIPE_API_BASE'), 'STRIPE_API_BASE must not be set together with a live Stripe key'],
    [!demo && !live && has('STRIPE_API_BASE'), 'STRIPE_API_BASE names a stand-in for Stripe and is for the demo only'],
    [!demo && (source['REGISTER_API_BASE'] ?? '').startsWith('http:'), 'REGISTER_API_BASE must be https'],
    [!demo && (source['KPI_API_BASE'] ?? '').startsWith('http:'), 'KPI_API_BASE must be https'],
    [!demo && has('MAIL_INBOX_URL'), 'MAIL_INBOX_URL names the demo inbox and is for the demo only'],
    [!demo && source['EMBEDDED_DATABASE'] === '1', 'EMBEDDED_DATABASE is for the demo only'],
    [has('LOCK_WEBHOOK_URL') !== has('LOCK_WEBHOOK_SECRET'), 'LOCK_WEBHOOK_URL and LOCK_WEBHOOK_SECRET go together'],
    [!demo && (source['LOCK_WEBHOOK_URL'] ?? '').startsWith('http:'), 'LOCK_WEBHOOK_URL must be https'],
    [!demo && !has('PUBLIC_URL'), 'PUBLIC_URL is missing'],
  ];
  return rules.filter(([broken]) => broken).map(([, message]) => message);
}

function toEnvironment({ DEMO, EMBEDDED_DATABASE, PUBLIC_URL, ...rest }: Variables): Environment {
  return {
    ...rest,
    mode: DEMO ? 'demo' : 'production',
    PUBLIC_URL: (PUBLIC_URL ?? `http://localhost:${rest.PORT}`).replace(/\/+$/, ''),
    maySeed: DEMO && EMBEDDED_DATABASE,
  };
}
