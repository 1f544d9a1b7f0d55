import { ACTIONS } from "./actions.ts";

/**
 * Least privilege, to paste as a custom policy of IAM, granted for the project of each region. Where an agency is used, it carries this policy in
 * the account whose keys are read, and the user needs nothing but "Agent Operator" in its own. Source: DEW "Permissions Policies and Supported Actions".
 */
export const POLICY = JSON.stringify({ Version: "1.1", Statement: [{ Effect: "Allow", Action: [...new Set(Object.values(ACTIONS))] }] }, null, 2);
