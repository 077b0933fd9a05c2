-- CreateTable
CREATE TABLE "SetAside" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "model" TEXT NOT NULL,
    "rowId" TEXT NOT NULL,
    "ownerId" TEXT,
    "error" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 1,
    "since" DATETIME NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
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
    "moved" TEXT NOT NULL DEFAULT '[]',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "writeId" TEXT,
    "createdAt" DATETIME NOT NULL
);
INSERT INTO "new_User" ("applicantType", "createdAt", "deliverTo", "details", "digestDay", "digestHour", "id", "muted", "nextPlanAt", "pausedUntil", "quietFrom", "quietTo", "remind", "revision", "stage", "welcomed", "writeId", "zone") SELECT "applicantType", "createdAt", "deliverTo", "details", "digestDay", "digestHour", "id", "muted", "nextPlanAt", "pausedUntil", "quietFrom", "quietTo", "remind", "revision", "stage", "welcomed", "writeId", "zone" FROM "User";
DROP TABLE "User";
ALTER TABLE "new_User" RENAME TO "User";
CREATE INDEX "User_nextPlanAt_id_idx" ON "User"("nextPlanAt", "id");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "SetAside_ownerId_idx" ON "SetAside"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "SetAside_model_rowId_key" ON "SetAside"("model", "rowId");
