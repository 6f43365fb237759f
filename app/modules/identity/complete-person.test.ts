import { describe, expect, it } from 'vitest';
import { completePerson } from './complete-person';

describe('what signing in adds to a person', () => {
  it('is name and phone for somebody new', () => {
    expect(completePerson(null, { name: 'Åse', phone: '40000000' })).toEqual({ ok: true, value: { name: 'Åse', phone: '40000000' } });
  });

  it('is nothing when both are known', () => {
    expect(completePerson({ name: 'Åse', phone: '40000000' }, { name: 'Bo', phone: '41111111' })).toEqual({ ok: true, value: {} });
  });

  it('is a name for somebody who was known by address only', () => {
    expect(completePerson({ name: '', phone: null }, { name: 'Bo', phone: '' })).toEqual({ ok: true, value: { name: 'Bo' } });
  });

  it('is refused without a name', () => {
    expect(completePerson(null, { name: '', phone: '40000000' })).toEqual({ ok: false, code: 'name_missing' });
    expect(completePerson({ name: '', phone: null }, { name: '', phone: '' })).toEqual({ ok: false, code: 'name_missing' });
  });
});
