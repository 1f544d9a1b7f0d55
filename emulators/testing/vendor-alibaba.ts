import OpenApiModule, * as openApi from "@alicloud/openapi-client";
import PopModule from "@alicloud/pop-core";

// CommonJS packages: the class is the default export's default in plain Node.
type Constructor<T> = new (config: unknown) => T;
const unwrap = <T>(module: unknown): Constructor<T> => ((module as { default?: unknown }).default ?? module) as Constructor<T>;
const OpenApiClient = unwrap<{ callApi(params: unknown, request: unknown, runtime: unknown): Promise<{ body: Record<string, unknown> }> }>(OpenApiModule);
const PopClient = unwrap<{ request(action: string, params: object, options: object): Promise<Record<string, unknown>> }>(PopModule);

export type VendorCall = (region: string, action: string, query: Record<string, string>) => Promise<Record<string, unknown>>;

/** The vendor's generic client: V3, ACS3-HMAC-SHA256. */
function callV3(origin: string, credential: Record<string, string>): VendorCall {
  const { host } = new URL(origin);
  const client = new OpenApiClient(
    new openApi.Config({
      accessKeyId: credential.accessKeyId,
      accessKeySecret: credential.accessKeySecret,
      securityToken: credential.securityToken,
      endpoint: host,
      protocol: "HTTP",
    }),
  );
  return async (region, action, query) => {
    const params = new openApi.Params({
      action,
      version: "2016-01-20",
      protocol: "HTTP",
      pathname: `/${region}/`,
      method: "POST",
      authType: "AK",
      style: "RPC",
      reqBodyType: "formData",
      bodyType: "json",
    });
    return (await client.callApi(params, new openApi.OpenApiRequest({ query }), {})).body;
  };
}

/** The vendor's older client: V1, HMAC-SHA1. */
function callV1(origin: string, credential: Record<string, string>, method: "GET" | "POST"): VendorCall {
  return (region, action, query) =>
    new PopClient({
      accessKeyId: credential.accessKeyId,
      accessKeySecret: credential.accessKeySecret,
      securityToken: credential.securityToken,
      endpoint: `${origin}/${region}`,
      apiVersion: "2016-01-20",
    }).request(action, query, { method });
}

/** The vendor's own clients, each with the signature that it makes. */
export const WITNESSES: [string, (origin: string, credential: Record<string, string>) => VendorCall][] = [
  ["openapi-client, V3", callV3],
  ["pop-core, V1 by POST", (origin, credential) => callV1(origin, credential, "POST")],
  ["pop-core, V1 by GET", (origin, credential) => callV1(origin, credential, "GET")],
];
