-- AlterTable
ALTER TABLE "Contact" ADD COLUMN "knownAt" TEXT;

-- CreateTable
CREATE TABLE "Link" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "formerUserId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "moved" TEXT NOT NULL,
    CONSTRAINT "Link_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LinkCode" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "LinkCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TakeAway" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "TakeAway_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LooseEnd" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "contactId" TEXT,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "openedOn" TEXT NOT NULL,
    "dueOn" TEXT,
    "closedOn" TEXT,
    "outcome" TEXT,
    "createdAt" DATETIME NOT NULL,
    "writeId" TEXT NOT NULL,
    CONSTRAINT "LooseEnd_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "LooseEnd_contactId_userId_fkey" FOREIGN KEY ("contactId", "userId") REFERENCES "Contact" ("id", "userId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Defender" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "updatedOn" TEXT,
    "createdAt" DATETIME NOT NULL,
    "writeId" TEXT NOT NULL,
    CONSTRAINT "Defender_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Defender_contactId_userId_fkey" FOREIGN KEY ("contactId", "userId") REFERENCES "Contact" ("id", "userId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Interview" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "time" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "followUpSentOn" TEXT,
    "createdAt" DATETIME NOT NULL,
    "writeId" TEXT NOT NULL,
    CONSTRAINT "Interview_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Interview_programId_userId_fkey" FOREIGN KEY ("programId", "userId") REFERENCES "Program" ("id", "userId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Offer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "receivedOn" TEXT NOT NULL,
    "replyBy" DATETIME,
    "zone" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "writeId" TEXT NOT NULL,
    CONSTRAINT "Offer_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Offer_programId_userId_fkey" FOREIGN KEY ("programId", "userId") REFERENCES "Program" ("id", "userId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Signal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT,
    "day" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "writeId" TEXT NOT NULL,
    CONSTRAINT "Signal_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Signal_programId_userId_fkey" FOREIGN KEY ("programId", "userId") REFERENCES "Program" ("id", "userId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AuditAnswer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "writeId" TEXT NOT NULL,
    CONSTRAINT "AuditAnswer_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Reminder" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "rule" TEXT,
    "state" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "writeId" TEXT NOT NULL,
    CONSTRAINT "Reminder_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Program" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "specialty" TEXT,
    "market" TEXT,
    "school" TEXT,
    "rotated" BOOLEAN NOT NULL DEFAULT false,
    "thankYou" TEXT NOT NULL DEFAULT 'unknown',
    "createdAt" DATETIME NOT NULL,
    "writeId" TEXT NOT NULL,
    CONSTRAINT "Program_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Program" ("createdAt", "id", "market", "name", "nameKey", "school", "userId", "writeId") SELECT "createdAt", "id", "market", "name", "nameKey", "school", "userId", "writeId" FROM "Program";
DROP TABLE "Program";
ALTER TABLE "new_Program" RENAME TO "Program";
CREATE UNIQUE INDEX "Program_userId_nameKey_key" ON "Program"("userId", "nameKey");
CREATE UNIQUE INDEX "Program_id_userId_key" ON "Program"("id", "userId");
CREATE TABLE "new_BucketCheck" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "programId" TEXT,
    "at" DATETIME NOT NULL,
    "result" TEXT NOT NULL,
    "writeId" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "BucketCheck_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "BucketCheck_programId_userId_fkey" FOREIGN KEY ("programId", "userId") REFERENCES "Program" ("id", "userId") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_BucketCheck" ("at", "id", "programId", "result", "userId") SELECT "at", "id", "programId", "result", "userId" FROM "BucketCheck";
DROP TABLE "BucketCheck";
ALTER TABLE "new_BucketCheck" RENAME TO "BucketCheck";
CREATE INDEX "BucketCheck_userId_programId_at_idx" ON "BucketCheck"("userId", "programId", "at");
CREATE TABLE "new_Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "triedSince" DATETIME,
    CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Account" ("createdAt", "externalId", "id", "lastSeenAt", "platform", "scope", "userId") SELECT "createdAt", "externalId", "id", "lastSeenAt", "platform", "scope", "userId" FROM "Account";
DROP TABLE "Account";
ALTER TABLE "new_Account" RENAME TO "Account";
CREATE INDEX "Account_userId_lastSeenAt_idx" ON "Account"("userId", "lastSeenAt");
CREATE UNIQUE INDEX "Account_platform_scope_externalId_key" ON "Account"("platform", "scope", "externalId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Link_userId_idx" ON "Link"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "LinkCode_userId_key" ON "LinkCode"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "LinkCode_codeHash_key" ON "LinkCode"("codeHash");

-- CreateIndex
CREATE INDEX "LinkCode_expiresAt_idx" ON "LinkCode"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "TakeAway_codeHash_key" ON "TakeAway"("codeHash");

-- CreateIndex
CREATE INDEX "TakeAway_userId_idx" ON "TakeAway"("userId");

-- CreateIndex
CREATE INDEX "LooseEnd_userId_createdAt_idx" ON "LooseEnd"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "LooseEnd_contactId_idx" ON "LooseEnd"("contactId");

-- CreateIndex
CREATE INDEX "Defender_contactId_idx" ON "Defender"("contactId");

-- CreateIndex
CREATE UNIQUE INDEX "Defender_userId_contactId_key" ON "Defender"("userId", "contactId");

-- CreateIndex
CREATE INDEX "Interview_userId_createdAt_idx" ON "Interview"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "Interview_programId_idx" ON "Interview"("programId");

-- CreateIndex
CREATE INDEX "Offer_userId_createdAt_idx" ON "Offer"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "Offer_programId_idx" ON "Offer"("programId");

-- CreateIndex
CREATE INDEX "Signal_userId_createdAt_idx" ON "Signal"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "Signal_programId_idx" ON "Signal"("programId");

-- CreateIndex
CREATE INDEX "AuditAnswer_userId_createdAt_idx" ON "AuditAnswer"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "Reminder_userId_createdAt_idx" ON "Reminder"("userId", "createdAt");
