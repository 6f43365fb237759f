/** What an occurrence is for, as `OCCASION` tells it in the database: "Slippkonsert: Øving", or the one without the other. */
export function occasionOf(purpose: string, partName: string): string {
  return [purpose, partName].filter((text) => text !== '').join(': ');
}
