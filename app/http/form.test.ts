import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formList, parseForm } from './form.server';

const schema = z.object({
  title: z.string().min(1).max(5),
  people: z.coerce.number().int().min(1, 'people_too_few').max(20),
  addOns: formList(z.string()),
});

function form(...fields: [string, string | Blob][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

async function statusOf(work: Promise<unknown>): Promise<number> {
  return work.then(
    () => 200,
    (error: unknown) => (error instanceof Response ? error.status : 500),
  );
}

describe('a posted form', () => {
  it('becomes a checked value; a name given often becomes a list', async () => {
    const posted = form(['title', 'Øving'], ['people', '4'], ['addOns', 'a'], ['addOns', 'b']);
    expect(await parseForm(posted, schema)).toMatchObject({ ok: true, value: { title: 'Øving', people: 4, addOns: ['a', 'b'] } });
  });

  it('gives a list of one, and of none', async () => {
    expect(await parseForm(form(['title', 'x'], ['people', '1'], ['addOns', 'a']), schema)).toMatchObject({ value: { addOns: ['a'] } });
    expect(await parseForm(form(['title', 'x'], ['people', '1']), schema)).toMatchObject({ value: { addOns: [] } });
  });

  it('is refused with a code for each field, and with everything typed', async () => {
    expect(await parseForm(form(['title', 'for langt'], ['people', '0']), schema)).toEqual({
      ok: false,
      errors: { title: 'too_long', people: 'people_too_few' },
      values: { title: 'for langt', people: '0' },
    });
    expect(await parseForm(form(['title', ''], ['people', '900']), schema)).toMatchObject({
      errors: { title: 'missing', people: 'too_big' },
    });
    expect(await parseForm(form(['people', 'fire']), schema)).toMatchObject({ errors: { title: 'missing', people: 'invalid' } });
  });

  it('never lets a null byte through, nor a file, nor a field that would change an object', async () => {
    expect(await parseForm(form(['title', 'a\0'], ['people', '1']), schema)).toMatchObject({ ok: false, errors: { title: 'invalid' } });
    expect(await parseForm(form(['title', new Blob(['x'])], ['people', '1']), schema)).toMatchObject({ errors: { title: 'missing' } });
    const sly = await parseForm(form(['title', 'x'], ['people', '1'], ['__proto__', 'y']), schema);
    expect(sly.ok).toBe(true);
  });

  it('is read from a request, and what is no form is refused', async () => {
    const post = (body: string, type: string) =>
      new Request('http://localhost/', { method: 'POST', body, headers: { 'content-type': type } });
    const read = await parseForm(post('title=x&people=2', 'application/x-www-form-urlencoded'), schema);
    expect(read).toMatchObject({ ok: true, value: { title: 'x', people: 2 } });
    expect(await statusOf(parseForm(post('{"title":"x"}', 'application/json'), schema))).toBe(415);
    expect(await statusOf(parseForm(post('nonsense', 'multipart/form-data; boundary=x'), schema))).toBe(400);
  });
});
