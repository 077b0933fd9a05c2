-- CreateTable
CREATE TABLE "LaneOwner" (
    "lane" TEXT NOT NULL PRIMARY KEY,
    "owner" TEXT NOT NULL,
    "seenAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "UnansweredCall" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "platform" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "heldUntil" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "UnansweredCall_platform_heldUntil_idx" ON "UnansweredCall"("platform", "heldUntil");

-- CreateIndex
CREATE INDEX "UnansweredCall_platform_scope_externalId_idx" ON "UnansweredCall"("platform", "scope", "externalId");

-- CreateIndex
CREATE INDEX "UnansweredCall_expiresAt_idx" ON "UnansweredCall"("expiresAt");
