import { ApiError } from './api-error';

/** Decoded form fields: `a[b][0][c]=v` becomes nested objects; lists keep their indices as keys. */
export interface FormFields {
  [key: string]: string | FormFields;
}

const BRACKETED = /\[([^\]]*)\]/g;

/** Reads `application/x-www-form-urlencoded` text (a body or a query string) with Stripe's nested brackets. */
export function parseFormFields(encoded: string): FormFields {
  const fields = emptyFields();
  for (const [name, value] of new URLSearchParams(encoded)) {
    assign(fields, pathOf(name), value, name);
  }
  return fields;
}

/** Without a prototype, so that a parameter named `__proto__` is only a parameter. */
function emptyFields(): FormFields {
  return Object.create(null) as FormFields;
}

function pathOf(name: string): string[] {
  const firstBracket = name.indexOf('[');
  if (firstBracket <= 0) return [name];
  const nested = [...name.slice(firstBracket).matchAll(BRACKETED)].map((match) => match[1] ?? '');
  return [name.slice(0, firstBracket), ...nested];
}

function assign(fields: FormFields, path: string[], value: string, name: string): void {
  let target = fields;
  path.forEach((segment, depth) => {
    const key = segment === '' ? String(Object.keys(target).length) : segment;
    const existing = target[key];
    if (depth === path.length - 1) {
      if (existing !== undefined) throw conflicting(name);
      target[key] = value;
      return;
    }
    if (typeof existing === 'string') throw conflicting(name);
    const next = existing ?? emptyFields();
    target[key] = next;
    target = next;
  });
}

function conflicting(name: string): ApiError {
  return new ApiError(`Invalid request: the parameter ${name} is given twice or in two shapes.`, { param: name });
}
