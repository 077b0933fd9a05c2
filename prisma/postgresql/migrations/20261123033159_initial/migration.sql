-- CreateTable
CREATE TABLE "Delivery" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recipientKey" TEXT NOT NULL,
    "occurrence" TEXT NOT NULL,
    "userId" TEXT,
    "accountId" TEXT,
    "communityId" TEXT,
    "lane" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "graceUntil" TIMESTAMP(3) NOT NULL,
    "tryAt" TIMESTAMP(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "messageId" TEXT,
    "sentAt" TIMESTAMP(3),
    "reason" TEXT,
    "detail" TEXT,
    "toldAt" TIMESTAMP(3),
    "items" TEXT NOT NULL DEFAULT '[]',
    "doneAt" TIMESTAMP(3),

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoppedLane" (
    "lane" TEXT NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "StoppedLane_pkey" PRIMARY KEY ("lane")
);

-- CreateTable
CREATE TABLE "KeyCheck" (
    "id" TEXT NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "KeyCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Link" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "formerUserId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "moved" TEXT NOT NULL,

    CONSTRAINT "Link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LinkCode" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LinkCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TakeAway" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "TakeAway_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "place" TEXT,
    "knownAt" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "writeId" TEXT NOT NULL,

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LogEntry" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "stance" TEXT NOT NULL,
    "worry" TEXT,
    "dimensions" TEXT NOT NULL DEFAULT '',
    "sentence" TEXT,
    "place" TEXT,
    "day" TEXT NOT NULL,
    "loggedAt" TIMESTAMP(3) NOT NULL,
    "writeId" TEXT NOT NULL,

    CONSTRAINT "LogEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Program" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "specialty" TEXT,
    "market" TEXT,
    "school" TEXT,
    "rotated" BOOLEAN NOT NULL DEFAULT false,
    "thankYou" TEXT NOT NULL DEFAULT 'unknown',
    "createdAt" TIMESTAMP(3) NOT NULL,
    "writeId" TEXT NOT NULL,

    CONSTRAINT "Program_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SelfAnswers" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "answers" TEXT NOT NULL,
    "writeId" TEXT NOT NULL,

    CONSTRAINT "SelfAnswers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BucketCheck" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "programId" TEXT,
    "at" TIMESTAMP(3) NOT NULL,
    "result" TEXT NOT NULL,
    "writeId" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "BucketCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "zone" TEXT,
    "stage" TEXT,
    "applicantType" TEXT,
    "remind" TEXT NOT NULL DEFAULT 'nothing',
    "digestDay" INTEGER NOT NULL DEFAULT 7,
    "digestHour" INTEGER NOT NULL DEFAULT 18,
    "quietFrom" INTEGER NOT NULL DEFAULT 22,
    "quietTo" INTEGER NOT NULL DEFAULT 7,
    "muted" TEXT NOT NULL DEFAULT '',
    "pausedUntil" TEXT,
    "details" BOOLEAN NOT NULL DEFAULT false,
    "welcomed" BOOLEAN NOT NULL DEFAULT false,
    "deliverTo" TEXT,
    "nextPlanAt" TIMESTAMP(3),
    "revision" INTEGER NOT NULL DEFAULT 0,
    "writeId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "lastSeenAt" TIMESTAMP(3) NOT NULL,
    "directChannel" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "triedSince" TIMESTAMP(3),

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Community" (
    "id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT,
    "tipsChannel" TEXT,
    "tipsWeekday" INTEGER,
    "tipsHour" INTEGER,
    "tipsZone" TEXT,
    "paused" BOOLEAN NOT NULL DEFAULT false,
    "trackShiftDays" INTEGER NOT NULL DEFAULT 0,
    "trackMatch" BOOLEAN NOT NULL DEFAULT true,
    "problem" TEXT,
    "setUpBy" TEXT,
    "removedAt" TIMESTAMP(3),
    "nextPlanAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Community_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "communityId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("communityId","userId")
);

-- CreateTable
CREATE TABLE "Organiser" (
    "communityId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,

    CONSTRAINT "Organiser_pkey" PRIMARY KEY ("communityId","accountId")
);

-- CreateTable
CREATE TABLE "PendingCall" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "call" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PendingCall_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Request" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Undo" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "changes" TEXT NOT NULL,
    "done" BOOLEAN NOT NULL DEFAULT false,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Undo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LooseEnd" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "contactId" TEXT,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "openedOn" TEXT NOT NULL,
    "dueOn" TEXT,
    "closedOn" TEXT,
    "outcome" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "writeId" TEXT NOT NULL,

    CONSTRAINT "LooseEnd_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Defender" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "updatedOn" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "writeId" TEXT NOT NULL,

    CONSTRAINT "Defender_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Interview" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "time" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "followUpSentOn" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "writeId" TEXT NOT NULL,

    CONSTRAINT "Interview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Offer" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "receivedOn" TEXT NOT NULL,
    "replyBy" TIMESTAMP(3),
    "zone" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "writeId" TEXT NOT NULL,

    CONSTRAINT "Offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Signal" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT,
    "day" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "writeId" TEXT NOT NULL,

    CONSTRAINT "Signal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditAnswer" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "writeId" TEXT NOT NULL,

    CONSTRAINT "AuditAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reminder" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "rule" TEXT,
    "state" TEXT NOT NULL,
    "about" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "writeId" TEXT NOT NULL,

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SlackUpload" (
    "id" TEXT NOT NULL,
    "team" TEXT NOT NULL,
    "fileId" TEXT NOT NULL,
    "deleteAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SlackUpload_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Delivery_status_lane_tryAt_id_idx" ON "Delivery"("status", "lane", "tryAt", "id");

-- CreateIndex
CREATE INDEX "Delivery_userId_dueAt_idx" ON "Delivery"("userId", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_recipientKey_kind_occurrence_key" ON "Delivery"("recipientKey", "kind", "occurrence");

-- CreateIndex
CREATE INDEX "Link_userId_idx" ON "Link"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "LinkCode_userId_key" ON "LinkCode"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "LinkCode_codeHash_key" ON "LinkCode"("codeHash");

-- CreateIndex
CREATE INDEX "LinkCode_expiresAt_idx" ON "LinkCode"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "TakeAway_codeHash_key" ON "TakeAway"("codeHash");

-- CreateIndex
CREATE INDEX "TakeAway_userId_idx" ON "TakeAway"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Contact_userId_nameKey_key" ON "Contact"("userId", "nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "Contact_id_userId_key" ON "Contact"("id", "userId");

-- CreateIndex
CREATE INDEX "LogEntry_userId_day_loggedAt_id_idx" ON "LogEntry"("userId", "day", "loggedAt", "id");

-- CreateIndex
CREATE INDEX "LogEntry_userId_loggedAt_idx" ON "LogEntry"("userId", "loggedAt");

-- CreateIndex
CREATE INDEX "LogEntry_contactId_idx" ON "LogEntry"("contactId");

-- CreateIndex
CREATE UNIQUE INDEX "Program_userId_nameKey_key" ON "Program"("userId", "nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "Program_id_userId_key" ON "Program"("id", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "SelfAnswers_userId_key" ON "SelfAnswers"("userId");

-- CreateIndex
CREATE INDEX "BucketCheck_userId_programId_at_idx" ON "BucketCheck"("userId", "programId", "at");

-- CreateIndex
CREATE INDEX "User_nextPlanAt_id_idx" ON "User"("nextPlanAt", "id");

-- CreateIndex
CREATE INDEX "Account_userId_lastSeenAt_idx" ON "Account"("userId", "lastSeenAt");

-- CreateIndex
CREATE UNIQUE INDEX "Account_platform_scope_externalId_key" ON "Account"("platform", "scope", "externalId");

-- CreateIndex
CREATE INDEX "Community_nextPlanAt_id_idx" ON "Community"("nextPlanAt", "id");

-- CreateIndex
CREATE INDEX "Community_removedAt_idx" ON "Community"("removedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Community_platform_externalId_key" ON "Community"("platform", "externalId");

-- CreateIndex
CREATE INDEX "Membership_userId_seenAt_idx" ON "Membership"("userId", "seenAt");

-- CreateIndex
CREATE INDEX "Organiser_accountId_idx" ON "Organiser"("accountId");

-- CreateIndex
CREATE INDEX "PendingCall_userId_idx" ON "PendingCall"("userId");

-- CreateIndex
CREATE INDEX "PendingCall_expiresAt_idx" ON "PendingCall"("expiresAt");

-- CreateIndex
CREATE INDEX "Request_userId_idx" ON "Request"("userId");

-- CreateIndex
CREATE INDEX "Request_expiresAt_idx" ON "Request"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Request_accountId_requestId_verb_key" ON "Request"("accountId", "requestId", "verb");

-- CreateIndex
CREATE INDEX "Undo_userId_idx" ON "Undo"("userId");

-- CreateIndex
CREATE INDEX "Undo_expiresAt_idx" ON "Undo"("expiresAt");

-- CreateIndex
CREATE INDEX "LooseEnd_userId_createdAt_idx" ON "LooseEnd"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "LooseEnd_contactId_idx" ON "LooseEnd"("contactId");

-- CreateIndex
CREATE INDEX "Defender_contactId_idx" ON "Defender"("contactId");

-- CreateIndex
CREATE UNIQUE INDEX "Defender_userId_contactId_key" ON "Defender"("userId", "contactId");

-- CreateIndex
CREATE INDEX "Interview_userId_createdAt_idx" ON "Interview"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "Interview_programId_idx" ON "Interview"("programId");

-- CreateIndex
CREATE INDEX "Offer_userId_createdAt_idx" ON "Offer"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "Offer_programId_idx" ON "Offer"("programId");

-- CreateIndex
CREATE INDEX "Signal_userId_createdAt_idx" ON "Signal"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "Signal_programId_idx" ON "Signal"("programId");

-- CreateIndex
CREATE INDEX "AuditAnswer_userId_createdAt_idx" ON "AuditAnswer"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "Reminder_userId_createdAt_idx" ON "Reminder"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "SlackUpload_team_deleteAt_idx" ON "SlackUpload"("team", "deleteAt");

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LinkCode" ADD CONSTRAINT "LinkCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TakeAway" ADD CONSTRAINT "TakeAway_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LogEntry" ADD CONSTRAINT "LogEntry_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LogEntry" ADD CONSTRAINT "LogEntry_contactId_userId_fkey" FOREIGN KEY ("contactId", "userId") REFERENCES "Contact"("id", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Program" ADD CONSTRAINT "Program_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SelfAnswers" ADD CONSTRAINT "SelfAnswers_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BucketCheck" ADD CONSTRAINT "BucketCheck_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BucketCheck" ADD CONSTRAINT "BucketCheck_programId_userId_fkey" FOREIGN KEY ("programId", "userId") REFERENCES "Program"("id", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organiser" ADD CONSTRAINT "Organiser_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organiser" ADD CONSTRAINT "Organiser_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PendingCall" ADD CONSTRAINT "PendingCall_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Undo" ADD CONSTRAINT "Undo_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LooseEnd" ADD CONSTRAINT "LooseEnd_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LooseEnd" ADD CONSTRAINT "LooseEnd_contactId_userId_fkey" FOREIGN KEY ("contactId", "userId") REFERENCES "Contact"("id", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Defender" ADD CONSTRAINT "Defender_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Defender" ADD CONSTRAINT "Defender_contactId_userId_fkey" FOREIGN KEY ("contactId", "userId") REFERENCES "Contact"("id", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interview" ADD CONSTRAINT "Interview_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interview" ADD CONSTRAINT "Interview_programId_userId_fkey" FOREIGN KEY ("programId", "userId") REFERENCES "Program"("id", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Offer" ADD CONSTRAINT "Offer_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Offer" ADD CONSTRAINT "Offer_programId_userId_fkey" FOREIGN KEY ("programId", "userId") REFERENCES "Program"("id", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signal" ADD CONSTRAINT "Signal_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signal" ADD CONSTRAINT "Signal_programId_userId_fkey" FOREIGN KEY ("programId", "userId") REFERENCES "Program"("id", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditAnswer" ADD CONSTRAINT "AuditAnswer_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
