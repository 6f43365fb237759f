/**
 * Everything that was started, stopped in the opposite order, once, whatever the reason.
 */
export class Shutdown {
  #stops = [];
  #running;

  /** Several things that are stopped at the same time are added as one. */
  add(stop) {
    this.#stops.push(stop);
  }

  get begun() {
    return this.#running !== undefined;
  }

  run() {
    this.#running ??= this.#stopAll();
    return this.#running;
  }

  async #stopAll() {
    while (this.#stops.length > 0) {
      const stop = this.#stops.pop();
      try {
        await stop();
      } catch (error) {
        console.error(`While stopping: ${error.message}`);
      }
    }
  }
}
