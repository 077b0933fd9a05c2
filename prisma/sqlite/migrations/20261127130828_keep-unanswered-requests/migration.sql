-- CreateTable
CREATE TABLE "UnansweredRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "keptAt" DATETIME NOT NULL,
    "takenAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "UnansweredRequest_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "UnansweredRequest_userId_idx" ON "UnansweredRequest"("userId");

-- CreateIndex
CREATE INDEX "UnansweredRequest_platform_takenAt_idx" ON "UnansweredRequest"("platform", "takenAt");

-- CreateIndex
CREATE INDEX "UnansweredRequest_expiresAt_idx" ON "UnansweredRequest"("expiresAt");
