import { REGIONS } from "./regions.ts";

/** What describe-key takes as `key_id`: a key's id, its `alias/…`, its URN. */
export type Identifier = "id" | "alias" | "urn";

/** One of the clouds that speak this API: where it is and how it differs. `{region}` stands for a region id. */
export interface Dialect {
  label: string;
  /** The region ids that are known; the first dialect also takes every id that is no other's. */
  regions: readonly string[];
  /** Ids that nobody has listed yet and that are surely this cloud's. */
  alsoBeginsWith?: string;
  kms: string;
  iam: string;
  /** Where IAM calls go that belong to no region; null = the region's own. */
  centralIam: string | null;
  quirks: {
    /** `documented`, or `unverified`: its pages do not know list-keys' `key_spec`, so it is sent and may be refused. */
    keySpec: "documented" | "unverified";
    /** False where the API that lists aliases was taken away. */
    aliases: boolean;
    enterpriseProjects: boolean;
    /** Whether its pages know list-keys' `keystore_type`. */
    keystoreType: boolean;
    identifiers: readonly Identifier[];
  };
}

const PUBLIC: Dialect["quirks"] = { keySpec: "documented", aliases: true, enterpriseProjects: true, keystoreType: true, identifiers: ["id"] };
const OLDER: Dialect["quirks"] = { keySpec: "unverified", aliases: false, enterpriseProjects: false, keystoreType: false, identifiers: ["id"] };

/** Huawei Cloud's own site: every region id that is not listed below is its. Source: KmsRegion of the vendor's SDKs. */
const HUAWEI_CLOUD: Dialect = {
  label: "Huawei Cloud",
  regions: REGIONS,
  kms: "https://kms.{region}.myhuaweicloud.com",
  iam: "https://iam.{region}.myhuaweicloud.com",
  centralIam: "https://iam.myhuaweicloud.com",
  quirks: PUBLIC,
};

/** The site under `.eu`. Source: KmsRegion; the rule `eu-west-1…` is huaweicloud/terraform-provider-huaweicloud's. */
const EUROPE: Dialect = {
  label: "Huawei Cloud Europe",
  regions: ["eu-west-101"],
  alsoBeginsWith: "eu-west-1",
  kms: "https://kms.{region}.myhuaweicloud.eu",
  iam: "https://iam.{region}.myhuaweicloud.eu",
  centralIam: null,
  quirks: PUBLIC,
};

/** T-Systems. Source: opentelekomcloud-docs/key-management-service (aliases removed 2025-06-25; identifiers kms_02_0018). */
const OTC: Dialect = {
  label: "Open Telekom Cloud",
  regions: ["eu-de", "eu-nl"],
  kms: "https://kms.{region}.otc.t-systems.com",
  iam: "https://iam.{region}.otc.t-systems.com",
  centralIam: null,
  quirks: { ...OLDER, identifiers: ["id", "alias", "urn"] },
};

/** The KMS host is put together by the site's pattern and not verified; the IAM host is the one that its users' settings name. */
const SWISS_OTC: Dialect = {
  label: "Open Telekom Cloud Switzerland",
  regions: ["eu-ch2"],
  kms: "https://kms.{region}.sc.otc.t-systems.com",
  iam: "https://iam-pub.{region}.sc.otc.t-systems.com",
  centralIam: null,
  quirks: OLDER,
};

/** Orange. Source: KmsRegion of the SDKs' kms v1 module; FlexibleEngineCloud/terraform-provider-flexibleengine for IAM. */
const FLEXIBLE_ENGINE: Dialect = {
  label: "Flexible Engine",
  regions: ["eu-west-0"],
  kms: "https://kms.{region}.prod-cloud-ocb.orange-business.com",
  iam: "https://iam.{region}.prod-cloud-ocb.orange-business.com",
  centralIam: null,
  quirks: OLDER,
};

export const DIALECTS: readonly Dialect[] = [HUAWEI_CLOUD, EUROPE, OTC, SWISS_OTC, FLEXIBLE_ENGINE];

/** The cloud that a region belongs to. An overridden endpoint changes where calls go, and not what is understood there. */
export function dialectOf(region: string): Dialect {
  const known = DIALECTS.find(({ regions }) => regions.includes(region));
  return known ?? DIALECTS.find(({ alsoBeginsWith }) => alsoBeginsWith !== undefined && region.startsWith(alsoBeginsWith)) ?? HUAWEI_CLOUD;
}

/** Whole host names; only the two sites whose regions grow keep `{region}`. */
export const HOSTS: readonly string[] = DIALECTS.flatMap((dialect) => {
  const addresses = [dialect.kms, dialect.iam, ...(dialect.centralIam ? [dialect.centralIam] : [])];
  const hosts = addresses.map((address) => address.replace("https://", ""));
  const isOpen = dialect === HUAWEI_CLOUD || dialect.alsoBeginsWith !== undefined;
  return isOpen ? hosts : dialect.regions.flatMap((region) => hosts.map((host) => host.replace("{region}", region)));
});
