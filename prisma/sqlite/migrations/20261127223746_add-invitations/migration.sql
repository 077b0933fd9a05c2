-- AlterTable
ALTER TABLE "Interview" ADD COLUMN "minutes" INTEGER;

-- CreateTable
CREATE TABLE "Invitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "replyBy" DATETIME,
    "zone" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "day" TEXT,
    "time" TEXT,
    "minutes" INTEGER,
    "createdAt" DATETIME NOT NULL,
    "writeId" TEXT NOT NULL,
    CONSTRAINT "Invitation_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Invitation_programId_userId_fkey" FOREIGN KEY ("programId", "userId") REFERENCES "Program" ("id", "userId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Invitation_userId_createdAt_idx" ON "Invitation"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "Invitation_programId_idx" ON "Invitation"("programId");
