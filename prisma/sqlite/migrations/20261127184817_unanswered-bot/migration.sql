-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_UnansweredRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "platform" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "bot" TEXT NOT NULL DEFAULT '',
    "request" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "keptAt" DATETIME NOT NULL,
    "takenAt" DATETIME NOT NULL
);
INSERT INTO "new_UnansweredRequest" ("externalId", "id", "keptAt", "platform", "request", "scope", "takenAt", "tries") SELECT "externalId", "id", "keptAt", "platform", "request", "scope", "takenAt", "tries" FROM "UnansweredRequest";
DROP TABLE "UnansweredRequest";
ALTER TABLE "new_UnansweredRequest" RENAME TO "UnansweredRequest";
CREATE INDEX "UnansweredRequest_platform_bot_takenAt_idx" ON "UnansweredRequest"("platform", "bot", "takenAt");
CREATE INDEX "UnansweredRequest_platform_scope_externalId_idx" ON "UnansweredRequest"("platform", "scope", "externalId");
CREATE INDEX "UnansweredRequest_keptAt_idx" ON "UnansweredRequest"("keptAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
