-- CreateTable
CREATE TABLE "UnansweredRequest" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "keptAt" TIMESTAMP(3) NOT NULL,
    "takenAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "UnansweredRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "UnansweredRequest_userId_idx" ON "UnansweredRequest"("userId");

-- CreateIndex
CREATE INDEX "UnansweredRequest_platform_takenAt_idx" ON "UnansweredRequest"("platform", "takenAt");

-- CreateIndex
CREATE INDEX "UnansweredRequest_expiresAt_idx" ON "UnansweredRequest"("expiresAt");

-- AddForeignKey
ALTER TABLE "UnansweredRequest" ADD CONSTRAINT "UnansweredRequest_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
