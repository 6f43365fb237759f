/** The people of the demo that anybody may sign in as; their mails can be read at `/demo/innboks`. */
export const DEMO_ACCOUNTS = [
  { key: 'musician', email: 'musiker@sundbytunet.example' },
  { key: 'tenant', email: 'leietaker@sundbytunet.example' },
  { key: 'host', email: 'vert@sundbytunet.example' },
  { key: 'bookkeeper', email: 'regnskap@sundbytunet.example' },
  { key: 'coordinator', email: 'nettverk@sundbytunet.example' },
  { key: 'manager', email: 'leder@sundbytunet.example' },
] as const;

export type DemoAccount = (typeof DEMO_ACCOUNTS)[number];
