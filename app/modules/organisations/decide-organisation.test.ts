import { describe, expect, test } from 'vitest';
import { decideOrganisation, type OrganisationFacts } from './decide-organisation';
import type { RegisterFacts } from './register/register-answer';

const registered = {} as RegisterFacts;
const company: OrganisationFacts = {
  terms: { kind: 'business', organisationNumber: '310010006', onAccount: true },
  register: { state: 'live', facts: registered },
  notChecked: false,
  represented: false,
};
const band: OrganisationFacts = { ...company, terms: { kind: 'band', organisationNumber: null, onAccount: true }, register: null };
const decide = (facts: OrganisationFacts) => decideOrganisation(facts);

describe('an organisation with a number', () => {
  test('that is live in the register may book on account', () => {
    expect(decide(company)).toEqual({ ok: true, value: { registerState: 'live' } });
  });

  test.each(['deleted', 'removed'] as const)('that is %s is not taken in, whatever the manager ticks', (state) => {
    const gone = { ...company, register: { state, name: 'Gammelt AS', deletedOn: '2024-05-31' }, notChecked: true };
    expect(decide(gone)).toMatchObject({ ok: false, code: 'organisation_deleted', name: 'Gammelt AS', deletedOn: '2024-05-31' });
  });

  test.each([
    ['unknown', 'number_unknown'],
    ['unavailable', 'register_unavailable'],
  ] as const)('that is %s in the register is taken in only when the manager says so, and stays marked', (state, code) => {
    expect(decide({ ...company, register: { state } })).toMatchObject({ ok: false, code });
    expect(decide({ ...company, register: { state }, notChecked: true })).toEqual({ ok: true, value: { registerState: 'not_checked' } });
  });

  test.each(['bankrupt', 'winding_up'] as const)('that is %s pays when it books', (state) => {
    const register = { state, facts: registered };
    expect(decide({ ...company, register })).toMatchObject({ ok: false, code: 'no_credit' });
    expect(decide({ ...company, register, terms: { ...company.terms, onAccount: false } })).toMatchObject({ ok: true });
  });

  test('that we know is not asked about again, but loses its credit when it is gone', () => {
    expect(decide({ ...company, register: { known: 'live' } })).toMatchObject({ ok: true });
    expect(decide({ ...company, register: { known: 'deleted' } })).toMatchObject({ ok: false, code: 'no_credit' });
    const paying = { ...company, register: { known: 'deleted' as const }, terms: { ...company.terms, onAccount: false } };
    expect(decide(paying)).toEqual({ ok: true, value: { registerState: 'deleted' } });
  });
});

describe('without a number', () => {
  test.each(['business', 'sole_trader', 'municipal_unit'] as const)('there is no %s', (kind) => {
    expect(decide({ ...band, terms: { ...band.terms, kind } })).toMatchObject({ ok: false, code: 'number_missing' });
  });

  test('a band or an association is invoiced through an adult who answers for it', () => {
    for (const kind of ['band', 'association'] as const) {
      const group = { ...band, terms: { ...band.terms, kind } };
      expect(decide(group)).toMatchObject({ ok: false, code: 'representative_missing' });
      expect(decide({ ...group, represented: true })).toMatchObject({ ok: true });
      expect(decide({ ...group, terms: { ...group.terms, onAccount: false } })).toMatchObject({ ok: true });
    }
  });

  test('a unit of the house needs nobody: it is never invoiced', () => {
    expect(decide({ ...band, terms: { ...band.terms, kind: 'internal' } })).toMatchObject({ ok: true });
  });
});
