/** Regions of Kms 2016-01-20 in the vendor's TypeScript SDK (kms-20160120 3.2.0). The first is where calls that belong to no region go. */
export const REGIONS: readonly string[] = [
  "cn-hangzhou", "cn-shanghai", "cn-beijing", "cn-shenzhen", "cn-qingdao", "cn-zhangjiakou", "cn-huhehaote", "cn-wulanchabu", "cn-chengdu", "cn-guangzhou",
  "cn-heyuan", "cn-fuzhou", "cn-wuhan-lr", "cn-zhengzhou-jva", "cn-hongkong", "cn-heyuan-acdr-1", "cn-hangzhou-finance", "cn-shanghai-finance-1",
  "cn-shenzhen-finance-1", "cn-beijing-finance-1", "ap-southeast-1", "ap-southeast-3", "ap-southeast-5", "ap-southeast-6", "ap-southeast-7", "ap-northeast-1",
  "ap-northeast-2", "eu-central-1", "eu-west-1", "us-east-1", "us-west-1", "na-south-1", "me-east-1", "me-central-1",
];

/** A region id becomes part of a host name. */
export const REGION_SHAPE = /^[a-z]{2}(-[a-z0-9]{1,20}){1,4}$/;
