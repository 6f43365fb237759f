/**
 * Turns what the database refused into a value a use case can answer with. Call it outside the transaction: inside, PostgreSQL has
 * already aborted everything, and a swallowed error would look like a commit.
 */
import { Prisma } from './db.server';

export type Violation = { readonly kind: 'unique' | 'foreign-key' | 'exclusion' | 'check'; readonly constraint: string };

/** SQLSTATE → the kind of rule that was broken. */
const KIND_BY_SQLSTATE: Readonly<Record<string, Violation['kind']>> = {
  '23505': 'unique',
  '23503': 'foreign-key',
  '23P01': 'exclusion',
  '23514': 'check',
};

/** The violated rule behind an error, or `undefined` when the error is of another sort and must be thrown on. */
export function findViolation(error: unknown): Violation | undefined {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return undefined;
  const cause = driverCause(error);
  const kind = KIND_BY_SQLSTATE[cause?.originalCode ?? ''];
  if (!kind) return undefined;
  return { kind, constraint: /constraint "([^"]+)"/.exec(cause?.originalMessage ?? '')?.[1] ?? 'unknown' };
}

/**
 * Runs `work` (a whole transaction) and hands a violation to `translate`; what `translate` answers with `undefined` is thrown on.
 */
export async function translateViolation<T, R>(work: () => Promise<T>, translate: (violation: Violation) => R | undefined): Promise<T | R> {
  try {
    return await work();
  } catch (error) {
    const violation = findViolation(error);
    const translated = violation && translate(violation);
    if (translated === undefined) throw error;
    return translated;
  }
}

type DriverCause = { originalCode?: string; originalMessage?: string };

/** Where the driver adapter leaves PostgreSQL's own words. */
function driverCause(error: Prisma.PrismaClientKnownRequestError): DriverCause | undefined {
  const adapterError = error.meta?.['driverAdapterError'] as { cause?: DriverCause } | undefined;
  return adapterError?.cause;
}
