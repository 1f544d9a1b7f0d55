/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run check` holds the types; a second pass here would only slow the first start.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  devIndicators: false,
  // They open sockets, files or workers of their own: the server loads them as they are.
  serverExternalPackages: ["pg", "pino", "prom-client", "undici", "@electric-sql/pglite"],
};
