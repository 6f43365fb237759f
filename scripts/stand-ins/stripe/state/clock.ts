/** Real time plus an offset, so that a test can let half an hour or a month pass. Seconds since 1970. */
export class StandInClock {
  constructor(private offsetSeconds: number) {}

  now(): number {
    return Math.floor(Date.now() / 1000) + this.offsetSeconds;
  }

  get offset(): number {
    return this.offsetSeconds;
  }

  advance(seconds: number): void {
    this.offsetSeconds += seconds;
  }

  set(now: number): void {
    this.offsetSeconds = now - Math.floor(Date.now() / 1000);
  }
}
