-- CreateTable
CREATE TABLE "UnfoundQuestion" (
    "id" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,
    "askedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "UnfoundQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "UnfoundQuestion_askedAt_idx" ON "UnfoundQuestion"("askedAt");
