import type { Incoming, Io } from "../../cloud.ts";

/** One call that went out and what came back, found again by what was asked and not by when. */
export interface Exchange {
  operation: string;
  asked: string;
  answer: Incoming;
}

/** Lets every call pass and keeps what came back. */
export function recordingIo(io: Io, kept: Exchange[]): Io {
  return {
    now: io.now,
    send: (call) => {
      let asked = "";
      return io.send({
        ...call,
        build: () => {
          const request = call.build();
          asked = `${request.method} ${request.url.pathname}${request.url.search} ${request.body ?? ""} ${call.operation}`;
          return request;
        },
        read: (answer) => {
          kept.push({ operation: call.operation, asked, answer });
          return call.read(answer);
        },
      });
    },
  };
}

/** Answers out of a recording, without any network: what was recorded under the same question, or else `unknown`. `served` keeps what was answered. */
export function replayingIo(recorded: readonly Exchange[], unknown: Incoming, served: Exchange[], most = Number.POSITIVE_INFINITY): Io {
  const byQuestion = new Map(recorded.map((each) => [each.asked, each]));
  return {
    now: () => new Date(),
    send: async (call) => {
      const request = call.build();
      const asked = `${request.method} ${request.url.pathname}${request.url.search} ${request.body ?? ""} ${call.operation}`;
      const answer = byQuestion.get(asked)?.answer ?? unknown;
      served.push({ operation: call.operation, asked, answer });
      if (served.length > most) throw new Error(`more than ${most} calls: it goes on for ever`);
      return call.read(answer);
    },
  };
}
