import type { Action } from "../call.ts";

export const describeRegions: Action = ({ account }) => ({
  Regions: { Region: [...account.regions, ...account.unlistedRegions].map((RegionId) => ({ RegionId })) },
});
