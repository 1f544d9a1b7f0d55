# Keyatlas for real use: no demo, no emulated clouds, no root. The image holds no secret and writes only to /data and /tmp.
#   docker build -t keyatlas .
#   docker run --read-only --tmpfs /tmp --cap-drop ALL -p 127.0.0.1:3000:3000 -v keyatlas:/data keyatlas
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm install --no-save --no-audit --no-fund
COPY . .
RUN NEXT_TELEMETRY_DISABLED=1 npx next build && rm -rf .next/cache

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# Without the optional packages: the image has its own Node 24, and compilers are needed by the build alone.
RUN npm install --no-save --omit=dev --omit=optional --no-audit --no-fund

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 KEYATLAS_DEMO=off KEYATLAS_HOST=0.0.0.0 KEYATLAS_DATA=/data PORT=3000
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/.next ./.next
COPY package.json package-lock.json next.config.js tsconfig.json LICENSE ./
COPY lib ./lib
COPY public ./public
COPY scripts ./scripts
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/start.mjs", "--as-built"]
