import { VendorError } from "../../exchange.ts";
import { instancesAt } from "../../world/about-source.ts";
import { hexOf } from "../../world/random.ts";
import type { Action } from "../call.ts";
import { toSeconds } from "../key-words.ts";

const STATUSES: Record<string, string> = { connected: "Connected", disconnected: "Disconnected" };

/** One instance. An unknown id is no error: it answers 200 with `InstanceId: ""`. SecretNum is a string, as documented; lists inside are flat. */
export const getKmsInstance: Action = (call) => {
  const id = call.params.get("KmsInstanceId");
  if (!id) throw new VendorError(400, "MissingKmsInstanceId", "KmsInstanceId is mandatory for this action.");
  const found = instancesAt(call.account, { region: call.region, project: null }).find((instance) => instance.id === id);
  if (!found) return { KmsInstance: { InstanceId: "", InstanceName: "", Status: "", VswitchIds: [], ZoneIds: [] } };
  const vpc = `vpc-${hexOf(`vpc|${id}`, 20)}`;
  const vSwitch = `vsw-${hexOf(`vsw|${id}`, 20)}`;
  return {
    KmsInstance: {
      InstanceId: found.id,
      InstanceName: found.name,
      Status: STATUSES[found.status ?? ""] ?? found.status,
      CreateTime: toSeconds(found.createdAt),
      StartDate: toSeconds(found.createdAt),
      EndDate: toSeconds(found.endsAt),
      Spec: 1000,
      KeyNum: 1000,
      SecretNum: "100",
      VpcNum: 5,
      Log: "false",
      LogStorage: 0,
      ChargeType: "PREPAY",
      ProductVersion: "3",
      VpcId: vpc,
      VswitchIds: [vSwitch],
      ZoneIds: [`${call.region}-k`, `${call.region}-j`],
      BindVpcs: { BindVpc: [{ RegionId: call.region, VpcId: vpc, VSwitchId: vSwitch, VpcOwnerId: Number(call.account.cloudAccount) }] },
      CaCertificateChainPem: "-----BEGIN CERTIFICATE-----\r\nRU1VTEFURUQ=\r\n-----END CERTIFICATE-----",
      DeletionProtection: false,
    },
  };
};
