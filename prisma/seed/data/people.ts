/** Invented people. Nobody in the demo is anybody. */
export type DemoAccount = {
  readonly email: string;
  readonly name: string;
  readonly role: 'manager' | 'host' | 'bookkeeper' | 'coordinator' | null;
};

/** The accounts that a visitor may sign in with. */
export const DEMO_ACCOUNTS = {
  musician: { email: 'musiker@sundbytunet.example', name: 'Ida Haugen', role: null },
  tenant: { email: 'leietaker@sundbytunet.example', name: 'Sindre Raknes', role: null },
  host: { email: 'vert@sundbytunet.example', name: 'Maja Tveter', role: 'host' },
  bookkeeper: { email: 'regnskap@sundbytunet.example', name: 'Oddvar Lystad', role: 'bookkeeper' },
  coordinator: { email: 'nettverk@sundbytunet.example', name: 'Samira Holm', role: 'coordinator' },
  manager: { email: 'leder@sundbytunet.example', name: 'Ingrid Moen', role: 'manager' },
} as const satisfies Record<string, DemoAccount>;

const GIVEN_NAMES = [
  ...['Jonas', 'Amal', 'Sofie', 'Eirik', 'Nora', 'Vetle', 'Hedda', 'Tobias', 'Leila', 'Marius', 'Signe', 'Adrian', 'Frida', 'Omar'],
  ...['Tuva', 'Kasper', 'Ylva', 'Håkon', 'Selma', 'Even', 'Mina', 'Sander', 'Aurora', 'Birk', 'Thea', 'Iver', 'Hanna', 'Mikkel'],
  ...['Åsne', 'Elias', 'Vilde', 'Storm', 'Oda', 'Jakob', 'Live', 'Ørjan', 'Embla', 'Petter', 'Zara', 'Trym', 'Ronja', 'Anders'],
  ...['Ella', 'Gard', 'Ingvild', 'Kian', 'Marte', 'Syver', 'Dina', 'Bjørnar', 'Agnes', 'Fredrik'],
];

const FAMILY_NAMES = [
  ...['Lid', 'Farah', 'Nygård', 'Bakke', 'Sandli', 'Kvam', 'Rustad', 'Østby', 'Haddad', 'Engen', 'Myrvold', 'Skogly', 'Dahle', 'Aziz'],
  ...[
    'Brenden',
    'Tangen',
    'Løken',
    'Solum',
    'Grinden',
    'Aasen',
    'Hovind',
    'Melby',
    'Fjeld',
    'Røise',
    'Vang',
    'Stensrud',
    'Åmot',
    'Kopperud',
  ],
];

/** Musicians, course leaders and board members of the demo. */
export const PEOPLE: readonly { readonly name: string; readonly email: string }[] = GIVEN_NAMES.map((given, index) => {
  const family = FAMILY_NAMES[(index * 5) % FAMILY_NAMES.length] ?? 'Lid';
  return { name: `${given} ${family}`, email: `${plain(given)}.${plain(family)}@post.example` };
});

function plain(name: string): string {
  return name.toLowerCase().replaceAll('å', 'a').replaceAll('ø', 'o').replaceAll('æ', 'e');
}
