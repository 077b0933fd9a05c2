-- CreateTable
CREATE TABLE "SlackInstallation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "app" TEXT NOT NULL,
    "changedAt" DATETIME NOT NULL,
    "tendedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "SlackInstallState" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "expiresAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "SlackInstallation_changedAt_idx" ON "SlackInstallation"("changedAt");

-- CreateIndex
CREATE INDEX "SlackInstallState_expiresAt_idx" ON "SlackInstallState"("expiresAt");
