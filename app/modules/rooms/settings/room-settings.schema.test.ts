import { describe, expect, test } from 'vitest';
import { roomAboutForm, roomApprovalForm, roomHoursForm, roomUseForm } from './room-settings.schema';

const errorsOf = (result: { success: boolean; error?: { issues: readonly { path: PropertyKey[]; message: string }[] } | undefined }) =>
  // The first thing wrong with a field is the one that is shown.
  Object.fromEntries((result.error?.issues ?? []).toReversed().map(({ path, message }) => [path.join('.'), message]));

const about = {
  ...{
    versjon: '3',
    navn: ' Øvingsrom 1 ',
    personer: '6',
    kvm: '24',
    etasjeNb: 'Første',
    etasjeEn: 'First',
    kortNb: 'Tørt',
    kortEn: 'Dry',
  },
  ...{ omNb: 'Et rom.\nMed vindu.', omEn: 'A room.', finnesNb: 'Piano\r\n\r\n Lys ', finnesEn: 'Piano\nLight' },
  ...{ tilgjengeligNb: 'Ja', tilgjengeligEn: 'Yes', reglerNb: 'Rydd', reglerEn: 'Tidy' },
};
const use = { versjon: '0', klargjoring: '15', rydding: '0', minst: '1', hoyst: '8,5', frist: '0', dager: '120' };
const policy = '01a2aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa';

describe('the texts of a room', () => {
  test('are trimmed, and lists read line by line without the empty ones', () => {
    expect(roomAboutForm.parse(about)).toMatchObject({
      version: 3,
      about: { name: 'Øvingsrom 1', stepFree: false, descriptionNb: 'Et rom.\nMed vindu.', includedNb: ['Piano', 'Lys'] },
    });
  });

  test('say as many things in both languages, and neither is left out', () => {
    const wrong = roomAboutForm.safeParse({ ...about, finnesEn: 'Piano', omEn: '  ' });
    expect(errorsOf(wrong)).toMatchObject({ omEn: 'missing' });
    expect(errorsOf(roomAboutForm.safeParse({ ...about, finnesEn: 'Piano' }))).toEqual({ finnesEn: 'lines_differ' });
    expect(errorsOf(roomAboutForm.safeParse({ ...about, finnesNb: 'a'.repeat(161), finnesEn: 'b' }))).toMatchObject({
      finnesNb: 'line_too_long',
    });
  });
});

test('lengths are whole or half hours, and the longest no shorter than the shortest', () => {
  expect(roomUseForm.parse({ ...use, avbestilling: policy })).toMatchObject({ use: { minMinutes: 60, maxMinutes: 510, setupMinutes: 15 } });
  const wrong = roomUseForm.safeParse({ ...use, minst: '1,25', klargjoring: '-5', dager: '', avbestilling: policy });
  expect(errorsOf(wrong)).toMatchObject({ minst: 'not_half_hours', klargjoring: 'invalid', dager: 'missing' });
  expect(errorsOf(roomUseForm.safeParse({ ...use, minst: '9', avbestilling: policy }))).toEqual({ hoyst: 'shorter_than_shortest' });
});

test('an answer takes at most as long as a reserved card can wait, and each question stands in both languages', () => {
  const form = { versjon: '0', sporres: 'on', svartimer: '97', sporsmalNb: 'Hva?\nHvem?', sporsmalEn: 'What?\nWho?' };
  expect(errorsOf(roomApprovalForm.safeParse(form))).toEqual({ svartimer: 'too_big' });
  expect(errorsOf(roomApprovalForm.safeParse({ ...form, svartimer: '96', sporsmalEn: 'What?' }))).toEqual({ sporsmalEn: 'lines_differ' });
  expect(roomApprovalForm.parse({ ...form, svartimer: '96' })).toMatchObject({ withParts: false, approval: { requiresApproval: true } });
});

describe('the hours of a week', () => {
  const hours = (given: Record<string, string>) => roomHoursForm.safeParse({ versjon: '0', fraDato: '2026-12-01', ...given });

  test('have up to two spans a day, may pass midnight, and leave closed days out', () => {
    const read = hours({ fra1: '08:00', til1: '12:00', fra1b: '14:00', til1b: '26:00', fra2: '', til2: '' });
    expect(read.data?.week).toEqual({
      from: '2026-12-01',
      spans: [
        { weekday: 1, fromMinute: 480, toMinute: 720 },
        { weekday: 1, fromMinute: 840, toMinute: 1_560 },
      ],
    });
  });

  test('need both ends in order, and the second after the first', () => {
    expect(errorsOf(hours({ fra1: '08:00', til1: '' }))).toEqual({ til1: 'bad_time' });
    expect(errorsOf(hours({ fra1: '', til1: '08:00' }))).toEqual({ fra1: 'bad_time' });
    expect(errorsOf(hours({ fra1: '12:00', til1: '08:00' }))).toEqual({ til1: 'bad_interval' });
    expect(errorsOf(hours({ fra1: '08:00', til1: '14:00', fra1b: '12:00', til1b: '16:00' }))).toEqual({ fra1b: 'overlaps' });
    expect(errorsOf(hours({ fra1b: '12:00', til1b: '16:00' }))).toEqual({ fra1b: 'overlaps' });
    expect(errorsOf(hours({ fraDato: '2026-02-30' }))).toEqual({ fraDato: 'bad_date' });
  });
});
