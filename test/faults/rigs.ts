import { type FaultRig, startFaultRig } from './fault-rig.ts';
import type { Backend, Scenario } from './scenario.ts';
import { usualWorld } from './world.ts';

type MakeWorld = NonNullable<Scenario['world']>;

/** Rigs for scenarios, one at a time: what leaves its world as it was shares a rig with its neighbours in the same. */
export class Rigs {
  private shared: { readonly backend: Backend; readonly world: MakeWorld; readonly rig: FaultRig } | null = null;

  constructor(private readonly build: string) {}

  async use<T>(scenario: Scenario, backend: Backend, work: (rig: FaultRig) => Promise<T>): Promise<T> {
    const { world = usualWorld, sharesWorld = world === usualWorld } = scenario;
    if (sharesWorld) return work(await this.sharedIn(world, backend));
    await this.close();
    const rig = await startFaultRig(await world(backend), this.build);
    return work(rig).finally(() => rig.close());
  }

  /** After a scenario that failed nobody knows how its rig stands: the next one gets a new one. */
  async close(): Promise<void> {
    const { shared } = this;
    this.shared = null;
    await shared?.rig.close();
  }

  private async sharedIn(world: MakeWorld, backend: Backend): Promise<FaultRig> {
    if (this.shared?.backend === backend && this.shared.world === world) return this.shared.rig;
    await this.close();
    const rig = await startFaultRig(await world(backend), this.build);
    this.shared = { backend, world, rig };
    return rig;
  }
}
