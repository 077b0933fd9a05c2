-- CreateTable
CREATE TABLE "LaneOwner" (
    "lane" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LaneOwner_pkey" PRIMARY KEY ("lane")
);

-- CreateTable
CREATE TABLE "UnansweredRequest" (
    "id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "keptAt" TIMESTAMP(3) NOT NULL,
    "takenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "UnansweredRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "UnansweredRequest_platform_takenAt_idx" ON "UnansweredRequest"("platform", "takenAt");

-- CreateIndex
CREATE INDEX "UnansweredRequest_platform_scope_externalId_idx" ON "UnansweredRequest"("platform", "scope", "externalId");

-- CreateIndex
CREATE INDEX "UnansweredRequest_keptAt_idx" ON "UnansweredRequest"("keptAt");
