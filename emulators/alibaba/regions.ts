/** Every region the product exists in: a real region without keys answers an empty list, any other name does not exist. */
export const ALIBABA_REGIONS: readonly string[] = [
  "cn-hangzhou",
  "cn-shanghai",
  "cn-beijing",
  "cn-shenzhen",
  "cn-qingdao",
  "cn-zhangjiakou",
  "cn-huhehaote",
  "cn-wulanchabu",
  "cn-chengdu",
  "cn-guangzhou",
  "cn-heyuan",
  "cn-fuzhou",
  "cn-wuhan-lr",
  "cn-zhengzhou-jva",
  "cn-hongkong",
  "ap-southeast-1",
  "ap-southeast-3",
  "ap-southeast-5",
  "ap-southeast-6",
  "ap-southeast-7",
  "ap-northeast-1",
  "ap-northeast-2",
  "eu-central-1",
  "eu-west-1",
  "us-east-1",
  "us-west-1",
  "na-south-1",
  "me-east-1",
  "me-central-1",
];

/** Regions with managed HSMs: elsewhere the filter value HSM is ignored, not refused (ListKeys, "Filters"). */
const HSM_REGIONS: readonly string[] = ["cn-hangzhou", "cn-shanghai", "cn-beijing", "cn-shenzhen", "cn-hongkong", "ap-southeast-1"];

export function hasHsm(region: string): boolean {
  return HSM_REGIONS.includes(region);
}

/** Regions with SCA-certified HSMs, the only ones that know SM2 and SM4. */
export function hasStateCrypto(region: string): boolean {
  return hasHsm(region) && region.startsWith("cn-") && region !== "cn-hongkong";
}
