/** Least privilege, to paste as a custom policy of IAM, granted for the project of each region. Source: DEW "Permissions Policies and Supported Actions". */
export const POLICY = JSON.stringify(
  {
    Version: "1.1",
    Statement: [{ Effect: "Allow", Action: ["kms:cmk:list", "kms:cmk:get", "kms:cmk:getRotation", "kms:cmkTag:listInstance", "kms:alias:list"] }],
  },
  null,
  2,
);
