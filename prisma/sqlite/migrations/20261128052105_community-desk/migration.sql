-- AlterTable
ALTER TABLE "Community" ADD COLUMN "ownLine" TEXT;
ALTER TABLE "Community" ADD COLUMN "ownLineOn" TEXT;
ALTER TABLE "Community" ADD COLUMN "pingRole" TEXT;
ALTER TABLE "Community" ADD COLUMN "skipOn" TEXT;

-- CreateTable
CREATE TABLE "CommunityChange" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "communityId" TEXT NOT NULL,
    "accountId" TEXT,
    "what" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "CommunityChange_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CommunityChange_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "CommunityChange_communityId_at_idx" ON "CommunityChange"("communityId", "at");

-- CreateIndex
CREATE INDEX "CommunityChange_accountId_idx" ON "CommunityChange"("accountId");
