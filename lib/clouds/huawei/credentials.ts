import type { CredentialField, CredentialKind } from "../../model/account.ts";

/** An agency lets a user of one account into another, with the rights that the other gave the agency. */
const AGENCY: CredentialField[] = [
  { name: "agencyName", label: "Agency", secret: false, required: false, hint: "Where the keys are another account's: the agency that it made for yours" },
  { name: "agencyDomainName", label: "Account of the agency", secret: false, required: false, hint: "The name of the account whose keys are read" },
];

/** The recommended kind first. */
export const CREDENTIALS: readonly CredentialKind[] = [
  {
    type: "access-key",
    label: "Access key of an IAM user",
    fields: [
      { name: "accessKeyId", label: "Access key ID (AK)", secret: false, required: true },
      { name: "secretAccessKey", label: "Secret access key (SK)", secret: true, required: true },
      { name: "securityToken", label: "Security token", secret: true, required: false, hint: "Of a temporary access key only" },
      ...AGENCY,
    ],
  },
  {
    type: "password",
    label: "Password of an IAM user",
    fields: [
      { name: "domainName", label: "Account name", secret: false, required: true },
      { name: "userName", label: "IAM user name", secret: false, required: true },
      { name: "password", label: "Password", secret: true, required: true, hint: "Not for users with a second factor, and not for HUAWEI IDs" },
      ...AGENCY,
    ],
  },
];
