-- CreateTable
CREATE TABLE "LaneOwner" (
    "lane" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LaneOwner_pkey" PRIMARY KEY ("lane")
);

-- CreateTable
CREATE TABLE "UnansweredCall" (
    "id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "heldUntil" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "UnansweredCall_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "UnansweredCall_platform_heldUntil_idx" ON "UnansweredCall"("platform", "heldUntil");

-- CreateIndex
CREATE INDEX "UnansweredCall_platform_scope_externalId_idx" ON "UnansweredCall"("platform", "scope", "externalId");

-- CreateIndex
CREATE INDEX "UnansweredCall_expiresAt_idx" ON "UnansweredCall"("expiresAt");
