-- AlterTable
ALTER TABLE "Account" ADD COLUMN "directChannel" TEXT;

-- AlterTable
ALTER TABLE "Community" ADD COLUMN "problem" TEXT;
ALTER TABLE "Community" ADD COLUMN "removedAt" DATETIME;
ALTER TABLE "Community" ADD COLUMN "setUpBy" TEXT;

-- AlterTable
ALTER TABLE "Reminder" ADD COLUMN "about" TEXT;

-- CreateTable
CREATE TABLE "StoppedLane" (
    "lane" TEXT NOT NULL PRIMARY KEY,
    "since" DATETIME NOT NULL
);

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
    "toldAt" DATETIME
);
INSERT INTO "new_Delivery" ("tryAt", "accountId", "attempts", "communityId", "detail", "dueAt", "graceUntil", "id", "kind", "lane", "messageId", "occurrence", "reason", "recipientKey", "sentAt", "status", "userId") SELECT "dueAt", "accountId", "attempts", "communityId", "detail", "dueAt", "graceUntil", "id", "kind", "lane", "messageId", "occurrence", "reason", "recipientKey", "sentAt", "status", "userId" FROM "Delivery";
DROP TABLE "Delivery";
ALTER TABLE "new_Delivery" RENAME TO "Delivery";
CREATE INDEX "Delivery_status_lane_tryAt_id_idx" ON "Delivery"("status", "lane", "tryAt", "id");
CREATE INDEX "Delivery_status_tryAt_lane_idx" ON "Delivery"("status", "tryAt", "lane");
CREATE INDEX "Delivery_userId_dueAt_idx" ON "Delivery"("userId", "dueAt");
CREATE UNIQUE INDEX "Delivery_recipientKey_kind_occurrence_key" ON "Delivery"("recipientKey", "kind", "occurrence");
CREATE TABLE "new_User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "zone" TEXT,
    "stage" TEXT,
    "applicantType" TEXT,
    "remind" TEXT NOT NULL DEFAULT 'nothing',
    "digestDay" INTEGER NOT NULL DEFAULT 7,
    "digestHour" INTEGER NOT NULL DEFAULT 18,
    "quietFrom" INTEGER NOT NULL DEFAULT 22,
    "quietTo" INTEGER NOT NULL DEFAULT 7,
    "muted" TEXT NOT NULL DEFAULT '',
    "pausedUntil" TEXT,
    "details" BOOLEAN NOT NULL DEFAULT false,
    "welcomed" BOOLEAN NOT NULL DEFAULT false,
    "deliverTo" TEXT,
    "nextPlanAt" DATETIME,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "writeId" TEXT,
    "createdAt" DATETIME NOT NULL
);
INSERT INTO "new_User" ("applicantType", "createdAt", "deliverTo", "digestDay", "digestHour", "id", "nextPlanAt", "quietFrom", "quietTo", "remind", "revision", "stage", "welcomed", "writeId", "zone") SELECT "applicantType", "createdAt", "deliverTo", "digestDay", "digestHour", "id", "nextPlanAt", "quietFrom", "quietTo", "remind", "revision", "stage", "welcomed", "writeId", "zone" FROM "User";
DROP TABLE "User";
ALTER TABLE "new_User" RENAME TO "User";
CREATE INDEX "User_nextPlanAt_id_idx" ON "User"("nextPlanAt", "id");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Community_removedAt_idx" ON "Community"("removedAt");
