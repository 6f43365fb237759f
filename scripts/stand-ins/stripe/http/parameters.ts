import { z } from 'zod';
import { ApiError } from './api-error';
import type { FormFields } from './form-body';

/*
 * The vocabulary in which endpoints describe their parameters.
 * Everything arrives as text; an unknown name is refused, as Stripe does, so that a misspelling cannot pass a test.
 */

export function text(maximumLength = 5000) {
  return z
    .string()
    .min(1, { message: 'You passed an empty string. Omit the parameter instead, or unset it where that is allowed.' })
    .max(maximumLength);
}

export function oneOf<const Values extends readonly [string, ...string[]]>(...values: Values) {
  return z.enum(values);
}

export function flag() {
  return oneOf('true', 'false').transform((value) => value === 'true');
}

/** Whole numbers: amounts in øre, quantities, and times in seconds since 1970. */
export function integer({ minimum, maximum }: { minimum?: number; maximum?: number } = {}) {
  return z.string().transform((value, context) => {
    const number = /^-?\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    if (Number.isNaN(number) || number < (minimum ?? -Infinity) || number > (maximum ?? Infinity)) {
      context.addIssue({
        code: 'custom',
        message: `Invalid integer: ${value}`,
        params: { stripeCode: 'parameter_invalid_integer' },
      });
      return z.NEVER;
    }
    return number;
  });
}

export function decimalText() {
  return z.string().regex(/^-?\d+(\.\d{1,12})?$/, { message: 'Invalid decimal.' });
}

/** Stripe unsets a field when it is sent as an empty string. */
export function unsettable<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === '' ? null : value), schema.nullable());
}

export function listOf<Item extends z.ZodType>(item: Item, maximumLength = 100) {
  return z.preprocess(toList, z.array(item).max(maximumLength));
}

function toList(value: unknown): unknown {
  if (value === '') return [];
  if (typeof value !== 'object' || value === null) return value;
  return Object.keys(value).every((key) => /^\d+$/.test(key)) ? Object.values(value) : value;
}

/** Free key–value pairs: at most 50, names to 40 characters, values to 500. An empty value removes its key. */
export function metadataField() {
  return z
    .preprocess((value) => (value === '' ? null : value), z.record(z.string().max(40), z.string().max(500)).nullable())
    .refine((pairs) => pairs === null || Object.keys(pairs).length <= 50, { message: 'At most 50 keys are allowed.' });
}

export function params<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject({ expand: listOf(text(200), 20).optional(), ...shape });
}

const timeRange = z.union([
  integer(),
  z.strictObject({
    gt: integer().optional(),
    gte: integer().optional(),
    lt: integer().optional(),
    lte: integer().optional(),
  }),
]);
export type TimeRange = z.output<typeof timeRange>;

export function listParams<Shape extends z.ZodRawShape>(shape: Shape) {
  return params({
    limit: integer({ minimum: 1, maximum: 100 }).optional(),
    starting_after: text().optional(),
    ending_before: text().optional(),
    created: timeRange.optional(),
    ...shape,
  });
}

export function readParameters<Schema extends z.ZodType>(schema: Schema, fields: FormFields): z.output<Schema> {
  const result = schema.safeParse(fields);
  if (result.success) return result.data;
  const issues = result.error.issues;
  const issue = issues.find((candidate) => candidate.code === 'unrecognized_keys') ?? issues[0];
  throw issue === undefined ? new ApiError('Invalid request.') : toApiError(issue, fields);
}

function toApiError(issue: z.core.$ZodIssue, fields: FormFields): ApiError {
  const param = bracketed(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const unknown = bracketed([...issue.path, issue.keys[0] ?? '']);
    return new ApiError(`Received unknown parameter: ${unknown}`, { code: 'parameter_unknown', param: unknown });
  }
  const given = valueAt(fields, issue.path);
  if (given === undefined) {
    return new ApiError(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
  }
  if (given === '') {
    const message = `You passed an empty string for '${param}'.`;
    return new ApiError(message, { code: 'parameter_invalid_empty', param });
  }
  const code = issue.code === 'custom' ? (issue.params?.['stripeCode'] as string | undefined) : undefined;
  return new ApiError(`Invalid ${param}: ${issue.message}`, { param, ...(code === undefined ? {} : { code }) });
}

function valueAt(fields: FormFields, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as FormFields)[String(key)] : undefined),
    fields,
  );
}

function bracketed(path: readonly PropertyKey[]): string {
  const [first, ...rest] = path.map(String);
  return `${first ?? ''}${rest.map((key) => `[${key}]`).join('')}`;
}
