/**
 * What a person at the terminal needs to know once everything runs.
 */
const DEMO_ACCOUNTS = [
  ['musiker', 'a musician'],
  ['leietaker', 'a tenant'],
  ['vert', 'the host on duty'],
  ['regnskap', 'the bookkeeper'],
  ['nettverk', 'the network coordinator'],
  ['leder', 'the manager'],
];

export function announce({ url, accounts, inbox, dataDir }) {
  const lines = [`Sundbytunet is running: ${url}`];
  if (accounts) {
    lines.push('', 'Demo accounts (sign in by e-mail with a one-time code):');
    lines.push(...DEMO_ACCOUNTS.map(([name, who]) => `  ${`${name}@sundbytunet.example`.padEnd(34)}${who}`));
  }
  if (inbox) lines.push('', `All mail lands here: ${url}/demo/innboks`);
  lines.push('', `Data and logs: ${dataDir}`, 'Stop with Ctrl-C.');
  console.log(`\n${lines.join('\n')}\n`);
}
