import { answerSetup } from "#lib/api/answer-setup.ts";

export { answerSetup as POST };
