-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Delivery" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "recipientKey" TEXT NOT NULL,
    "occurrence" TEXT NOT NULL,
    "userId" TEXT,
    "accountId" TEXT,
    "communityId" TEXT,
    "lane" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "graceUntil" DATETIME NOT NULL,
    "tryAt" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "messageId" TEXT,
    "sentAt" DATETIME,
    "reason" TEXT,
    "detail" TEXT,
    "toldAt" DATETIME,
    "items" TEXT NOT NULL DEFAULT '[]',
    "doneAt" DATETIME
);
INSERT INTO "new_Delivery" ("accountId", "attempts", "communityId", "detail", "dueAt", "graceUntil", "id", "kind", "lane", "messageId", "occurrence", "reason", "recipientKey", "sentAt", "status", "toldAt", "tryAt", "userId") SELECT "accountId", "attempts", "communityId", "detail", "dueAt", "graceUntil", "id", "kind", "lane", "messageId", "occurrence", "reason", "recipientKey", "sentAt", "status", "toldAt", "tryAt", "userId" FROM "Delivery";
DROP TABLE "Delivery";
ALTER TABLE "new_Delivery" RENAME TO "Delivery";
CREATE INDEX "Delivery_status_lane_tryAt_id_idx" ON "Delivery"("status", "lane", "tryAt", "id");
CREATE INDEX "Delivery_status_tryAt_lane_idx" ON "Delivery"("status", "tryAt", "lane");
CREATE INDEX "Delivery_userId_dueAt_idx" ON "Delivery"("userId", "dueAt");
CREATE UNIQUE INDEX "Delivery_recipientKey_kind_occurrence_key" ON "Delivery"("recipientKey", "kind", "occurrence");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
