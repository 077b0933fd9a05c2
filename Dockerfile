FROM node:26-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY prisma prisma
COPY scripts scripts
RUN node scripts/setup.mjs && npm prune --omit=dev --ignore-scripts

FROM node:26-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PLAYGROUND=off DATABASE_URL=file:/data/backchannel.db
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/src/store/generated src/store/generated
COPY package.json ./
COPY prisma prisma
COPY src src
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts"]
