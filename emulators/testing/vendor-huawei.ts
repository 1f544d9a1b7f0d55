import { BasicCredentials } from "@huaweicloud/huaweicloud-sdk-core/auth/BasicCredentials.js";
import { HcClient } from "@huaweicloud/huaweicloud-sdk-core/HcClient.js";
import { DefaultHttpClient } from "@huaweicloud/huaweicloud-sdk-core/http/DefaultHttpClient.js";
import type { WorldProject } from "../world.ts";

/** `path` stands below `/v1.0/{project_id}/`. */
export type VendorCall = (
  project: WorldProject,
  method: "GET" | "POST",
  path: string,
  data?: Record<string, unknown>,
  query?: Record<string, string>,
) => Promise<Record<string, unknown>>;

/** The vendor's core client signs (SDK-HMAC-SHA256) and sends; the requests are those of its KMS module. */
export function openVendor(origin: string, credential: Record<string, string>): VendorCall {
  return (project, method, path, data, query) => {
    const credentials = new BasicCredentials({ ak: credential.accessKeyId, sk: credential.secretAccessKey, projectId: project.id });
    if (credential.securityToken) credentials.withSecurityToken(credential.securityToken);
    const endpoints = [`${origin}/${project.region}`];
    const client = new HcClient(new DefaultHttpClient({}, endpoints)).withCredential(credentials).withEndpoints(endpoints);
    return client.sendRequest({
      method,
      url: `/v1.0/{project_id}/${path}`,
      contentType: "application/json",
      queryParams: query ?? {},
      pathParams: { project_id: project.id },
      headers: {},
      data,
    }) as Promise<Record<string, unknown>>;
  };
}
