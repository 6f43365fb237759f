/**
 * From a posted form to a checked value, or to the refusal that the form shows again with everything typed still in it.
 */
import { z } from 'zod';
import type { FormErrors } from './form-errors';

export type { FormErrors };

export type ParsedForm<T> =
  | { readonly ok: true; readonly value: T; readonly values: Record<string, string> }
  | { readonly ok: false; readonly errors: FormErrors; readonly values: Record<string, string> };

/**
 * Reads a form and checks it. A field given once reaches the schema as a string, given more than once as a list (see `formList`);
 * files are left out. The codes are those the schema names (`z.email('email_invalid')`), else one of `missing`, `too_long`,
 * `too_short`, `too_big`, `too_small`, `invalid`.
 * Throws a 400 or 415 reply for what is no form;
 * forms of other sites and bodies too large never come here, the server refuses them.
 */
export async function parseForm<S extends z.ZodType>(source: Request | FormData, schema: S): Promise<ParsedForm<z.output<S>>> {
  const form = source instanceof FormData ? source : await readForm(source);
  const given = fieldsOf(form);
  const values = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, printable(typeof value === 'string' ? value : value.join(','))]),
  );
  const spoilt = Object.entries(given).filter(([, value]) => [value].flat().some((text) => text.includes('\0')));
  if (spoilt.length > 0) return { ok: false, errors: Object.fromEntries(spoilt.map(([name]) => [name, 'invalid'])), values };

  const parsed = schema.safeParse(given, { error: defaultCode });
  if (parsed.success) return { ok: true, value: parsed.data, values };
  return { ok: false, errors: errorsOf(parsed.error), values };
}

/** A schema for a field that may come never, once or many times, such as checkboxes of one name. */
export const formList = <S extends z.ZodType>(item: S) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(item));

/** The posted form itself, for callers that look at a field before they know the schema. */
export async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) throw new Response(null, { status: 415 });
  try {
    return await request.formData();
  } catch {
    throw new Response(null, { status: 400 });
  }
}

function fieldsOf(form: FormData): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  for (const name of new Set(form.keys())) {
    const texts = form.getAll(name).filter((entry) => typeof entry === 'string');
    const [first] = texts;
    if (first !== undefined) fields[name] = texts.length === 1 ? first : texts;
  }
  return { ...fields };
}

const printable = (text: string) => text.replaceAll('\0', '');

/** The first thing wrong with each field; a rule over several fields names one of them as its `path`. */
function errorsOf(error: z.ZodError): FormErrors {
  const errors: FormErrors = {};
  for (const issue of error.issues) errors[issue.path.map(String).join('.') || 'form'] ??= issue.message;
  return errors;
}

function defaultCode(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'missing' : 'invalid';
    case 'too_small':
      if (issue.origin !== 'string') return 'too_small';
      return issue.input === '' ? 'missing' : 'too_short';
    case 'too_big':
      return issue.origin === 'string' ? 'too_long' : 'too_big';
    default:
      return issue.input === '' || issue.input === undefined ? 'missing' : 'invalid';
  }
}
