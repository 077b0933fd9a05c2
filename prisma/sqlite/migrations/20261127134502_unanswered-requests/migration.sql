-- CreateTable
CREATE TABLE "LaneOwner" (
    "lane" TEXT NOT NULL PRIMARY KEY,
    "owner" TEXT NOT NULL,
    "seenAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "UnansweredRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "platform" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "keptAt" DATETIME NOT NULL,
    "takenAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "UnansweredRequest_platform_takenAt_idx" ON "UnansweredRequest"("platform", "takenAt");

-- CreateIndex
CREATE INDEX "UnansweredRequest_platform_scope_externalId_idx" ON "UnansweredRequest"("platform", "scope", "externalId");

-- CreateIndex
CREATE INDEX "UnansweredRequest_keptAt_idx" ON "UnansweredRequest"("keptAt");
