-- AlterTable
ALTER TABLE "Contact" ADD COLUMN     "knownAt" TEXT;

-- AlterTable
ALTER TABLE "Program" ADD COLUMN     "rotated" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "specialty" TEXT,
ADD COLUMN     "thankYou" TEXT NOT NULL DEFAULT 'unknown';

-- AlterTable
ALTER TABLE "BucketCheck" ADD COLUMN     "writeId" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "triedSince" TIMESTAMP(3),
ADD COLUMN     "tries" INTEGER NOT NULL DEFAULT 0;

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
    "createdAt" TIMESTAMP(3) NOT NULL,
    "writeId" TEXT NOT NULL,

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("id")
);

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

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LinkCode" ADD CONSTRAINT "LinkCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TakeAway" ADD CONSTRAINT "TakeAway_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

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
