-- CreateTable
CREATE TABLE "SlackInstallation" (
    "id" TEXT NOT NULL,
    "app" TEXT NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,
    "tendedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SlackInstallation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SlackInstallState" (
    "id" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SlackInstallState_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SlackInstallation_changedAt_idx" ON "SlackInstallation"("changedAt");

-- CreateIndex
CREATE INDEX "SlackInstallState_expiresAt_idx" ON "SlackInstallState"("expiresAt");
