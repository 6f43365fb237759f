import { describe, expect, it } from 'vitest';
import { parseForm } from './form.server';
import { signInCodeSchema, signInSchema } from '~/modules/identity/sign-in.schema';

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

describe('the address', () => {
  it('is taken in small letters and without the spaces around it', async () => {
    expect(await parseForm(form({ email: '  Musiker@Sundbytunet.EXAMPLE ' }), signInSchema)).toMatchObject({
      ok: true,
      value: { email: 'musiker@sundbytunet.example' },
    });
  });

  it.each([
    ['', 'email_missing'],
    ['   ', 'email_missing'],
    ['musiker', 'email_invalid'],
    ['🎸@example.no', 'email_invalid'],
    ['<b>a</b>@example.no', 'email_invalid'],
    ['a@example.no\r\nBcc: b@example.no', 'email_invalid'],
    [`${'a'.repeat(10_000)}@example.no`, 'email_invalid'],
    ['a\0@example.no', 'invalid'],
  ])('%j is refused', async (email, code) => {
    expect(await parseForm(form({ email }), signInSchema)).toMatchObject({ ok: false, errors: { email: code } });
  });

  it('is missed when the form has none', async () => {
    expect(await parseForm(form({}), signInSchema)).toMatchObject({ ok: false, errors: { email: 'email_missing' } });
  });
});

describe('the code', () => {
  it.each(['123456', ' 123 456 ', '123-456', '123\u00a0456'])('is read from %j', async (code) => {
    expect(await parseForm(form({ code }), signInCodeSchema)).toMatchObject({ ok: true, value: { code: '123456', name: '', phone: '' } });
  });

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '1'.repeat(10_000)])('%j is none', async (code) => {
    expect(await parseForm(form({ code }), signInCodeSchema)).toMatchObject({ ok: false, errors: { code: 'code_invalid' } });
  });
});

describe('the name', () => {
  const parse = (name: string) => parseForm(form({ code: '123456', name }), signInCodeSchema);

  it.each(['Åse Øverås', '🎸 Bandet', '<script>alert(1)</script>', 'Nguyễn Văn A'])('may be %j', async (name) => {
    expect(await parse(name)).toMatchObject({ ok: true, value: { name: name.normalize('NFC') } });
  });

  it('of 10 kB is refused, with everything typed kept', async () => {
    const name = 'a'.repeat(10_000);
    expect(await parse(name)).toMatchObject({ ok: false, errors: { name: 'name_too_long' }, values: { name, code: '123456' } });
  });

  it('with a null byte is refused', async () => {
    expect(await parse('a\0b')).toMatchObject({ ok: false, errors: { name: 'invalid' }, values: { name: 'ab' } });
  });
});

describe('the phone number', () => {
  const parse = (phone: string) => parseForm(form({ code: '123456', phone }), signInCodeSchema);

  it.each([
    ['', ''],
    ['400 00 000', '40000000'],
    ['+47 40 00 00 00', '+4740000000'],
  ])('%j becomes %j', async (typed, phone) => {
    expect(await parse(typed)).toMatchObject({ ok: true, value: { phone } });
  });

  it.each(['123', 'ring meg', '+', '1'.repeat(40)])('%j is refused', async (phone) => {
    expect(await parse(phone)).toMatchObject({ ok: false, errors: { phone: 'phone_invalid' } });
  });
});
