-- CreateTable
CREATE TABLE "SlackUpload" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "team" TEXT NOT NULL,
    "fileId" TEXT NOT NULL,
    "deleteAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "SlackUpload_team_deleteAt_idx" ON "SlackUpload"("team", "deleteAt");
