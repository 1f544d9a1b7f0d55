import { answerAuth } from "#lib/api/answer-auth.ts";

export { answerAuth as GET, answerAuth as POST };
