-- CreateTable
CREATE TABLE "UnfoundQuestion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "words" TEXT NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,
    "askedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "UnfoundQuestion_askedAt_idx" ON "UnfoundQuestion"("askedAt");
