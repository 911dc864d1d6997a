# One image for every service; APP names the one that a container runs.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/bpmn ./bpmn
USER node
ENV APP=intake
CMD ["sh", "-c", "exec node dist/server/apps/$APP/src/main.js"]
