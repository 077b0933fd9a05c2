-- CreateTable
CREATE TABLE "SlackUpload" (
    "id" TEXT NOT NULL,
    "team" TEXT NOT NULL,
    "fileId" TEXT NOT NULL,
    "deleteAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SlackUpload_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SlackUpload_team_deleteAt_idx" ON "SlackUpload"("team", "deleteAt");
