/**
 * Structured log lines on stdout. Secrets and personal data are cut out here, not left to the discipline of each caller.
 */
import { pino, type LoggerOptions } from 'pino';
import { env } from './env.server';

const SECRET_FIELDS = ['password', 'code', 'otp', 'token', 'secret', 'authorization', 'cookie', 'set-cookie', 'email', 'to', 'phone'];

/** A part of a path that is itself a key: 256 bits as `secret-address.server.ts` writes them, the name of a file after it or not. */
const SECRET_PART = /(?<=\/)[\w-]{43}(?![\w-])/g;

/** Cuts secret addresses out of a path, or of the words of an error that names one. */
function withoutSecretParts<T>(value: T): T {
  if (typeof value === 'string') return value.replace(SECRET_PART, '[removed]') as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutSecretParts<unknown>(inner)])) as T;
}

export const loggerOptions = {
  level: env.LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { path: withoutSecretParts, err: (error: Error) => withoutSecretParts(pino.stdSerializers.err(error)) },
  redact: {
    paths: SECRET_FIELDS.flatMap((field) => [`["${field}"]`, `*["${field}"]`, `*.headers["${field}"]`]),
    censor: '[removed]',
  },
} satisfies LoggerOptions;

export const logger = pino(loggerOptions);
