/**
 * Structured log lines on stdout. Secrets and personal data are cut out here, not left to the discipline of each caller.
 */
import { pino } from 'pino';
import { env } from './env.server';

const SECRET_FIELDS = ['password', 'code', 'otp', 'token', 'secret', 'authorization', 'cookie', 'set-cookie', 'email', 'to', 'phone'];

export const logger = pino({
  level: env.LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: SECRET_FIELDS.flatMap((field) => [`["${field}"]`, `*["${field}"]`, `*.headers["${field}"]`]),
    censor: '[removed]',
  },
});
