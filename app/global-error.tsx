"use client";
import "./globals.css";

/** The last resort, when not even the frame of a page could be made: no catalogue is there any more, so it says it in each language. */
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="en">
      <body className="grid place-items-center bg-canvas p-6 text-ink">
        <main className="max-w-[372px]">
          <title>Error · Keyatlas</title>
          <h1 className="text-title font-strong tracking-title">Keyatlas could not start this page</h1>
          <p className="mt-1 mb-3 text-ink-2">The server's log says why. Trying again often helps.</p>
          <p lang="zh-Hans" className="mb-3 text-ink-2">
            无法显示此页面。原因见服务器日志，重试通常有效。
          </p>
          <button type="button" onClick={retry} className="h-8 rounded-control border border-line-strong bg-surface px-3">
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
